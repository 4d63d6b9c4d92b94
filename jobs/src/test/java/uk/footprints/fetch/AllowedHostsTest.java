package uk.footprints.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks which addresses may be requested and the reasons for refusing others. */
class AllowedHostsTest {

  private static final AllowedHosts HOSTS = AllowedHosts.PUBLISHERS;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.england.nhs.uk/statistics/a.csv",
        "https://WWW.England.NHS.uk/statistics/a.csv",
        "https://files.digital.nhs.uk:443/33/675E20/a.csv",
        "https://www.ons.gov.uk/file?uri=/a/b/c.xlsx"
      })
  void publishersAreAsked(String address) {
    assertThat(HOSTS.refusal(URI.create(address))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://example.org/a.csv                        | example.org is not a publisher's host
          https://www.england.nhs.uk.example.org/a.csv     | www.england.nhs.uk.example.org is not a publisher's host
          https://evil.www.england.nhs.uk/a.csv            | evil.www.england.nhs.uk is not a publisher's host
          https://www.england.nhs.uk./a.csv                | www.england.nhs.uk. is not a publisher's host
          https://localhost/a.csv                          | localhost is not a publisher's host
          https://127.0.0.1/a.csv                          | its host 127.0.0.1 is a number, not a publisher's name
          https://169.254.169.254/latest/meta-data         | its host 169.254.169.254 is a number, not a publisher's name
          https://[::1]/a.csv                              | its host [::1] is a number, not a publisher's name
          https://user@www.england.nhs.uk/a.csv            | its address contains a user name
          https://www.england.nhs.uk@example.org/a.csv     | its address contains a user name
          https://www.england.nhs.uk:8443/a.csv            | its address names port 8443
          http://www.england.nhs.uk/a.csv                  | its address begins with 'http:', and only https: is allowed
          ftp://www.england.nhs.uk/a.csv                   | its address begins with 'ftp:', and only https: is allowed
          file:///etc/passwd                               | its address begins with 'file:', and only https: is allowed
          jar:https://www.england.nhs.uk/a.jar!/b          | its address begins with 'jar:', and only https: is allowed
          data:text/csv,a                                  | its address begins with 'data:', and only https: is allowed
          https:/a.csv                                     | its address names no host
          //www.england.nhs.uk/a.csv                       | its address begins with ':', and only https: is allowed
          """)
  void othersAreNot(String address, String why) {
    assertThat(HOSTS.refusal(URI.create(address))).contains(why);
  }

  /** Ways to write 127.0.0.1 that are no dotted quad. */
  @ParameterizedTest
  @ValueSource(strings = {"https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/", "https://127.1/"})
  void otherWaysToWriteANumberAreRefused(String address) {
    assertThat(HOSTS.refusal(URI.create(address))).isPresent();
  }

  @Test
  void oldLinksOfPublishersAreAskedOverTls() {
    assertThat(HOSTS.secured(URI.create("http://www.england.nhs.uk/a.csv")))
        .isEqualTo(URI.create("https://www.england.nhs.uk/a.csv"));
    assertThat(HOSTS.secured(URI.create("http://example.org/a.csv"))).isEqualTo(URI.create("http://example.org/a.csv"));
  }

  @Test
  void plainHttpIsForALoopbackHostOfTheListOnly() {
    assertThat(new AllowedHosts(Set.of("127.0.0.1")).refusal(URI.create("http://127.0.0.1:8080/a.csv"))).isEmpty();
    assertThat(HOSTS.refusal(URI.create("http://127.0.0.1:8080/a.csv"))).isPresent();
  }
}
