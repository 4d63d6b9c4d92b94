package uk.footprints.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.footprints.dataset.Dataset;
import uk.footprints.fetch.AddressList;
import uk.footprints.fetch.AllowedHosts;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.fetch.LinkDecision;
import uk.footprints.fetch.LinkRules;

/** Addresses and names that publishers have used, each with the dataset that takes it, or the reason why none does. */
class LiveAddressesTest {

  private static final Path RESOURCES = Path.of("jobs/src/test/resources");

  private static List<String[]> table(String name) throws IOException {
    return Files.readAllLines(RESOURCES.resolve(name)).stream().skip(1).map(l -> l.split("\t", -1)).toList();
  }

  private static List<LinkDecision> decide(List<String> addresses) {
    Map<String, DownloadSource> read = new LinkedHashMap<>();
    Datasets.all().forEach(d -> read.put(d.id(), d.live()));
    List<AddressList.Entry> entries = AddressList.parse(String.join("\n", addresses));
    return new LinkRules(AllowedHosts.PUBLISHERS, read, List.of(), UnreadPublications.all(), LeftTables.all())
        .decide(entries, null);
  }

  /** Known addresses, and addresses of the same kinds: other months, spellings, endings and writings of an address. */
  @ParameterizedTest
  @ValueSource(strings = {"live-addresses.tsv", "live-neighbours.tsv"})
  void everyAddressIsTakenByItsDatasetOrLeftForItsReason(String name) throws IOException {
    List<String[]> rows = table(name);
    List<LinkDecision> decisions = decide(rows.stream().map(r -> r[0]).toList());
    assertThat(decisions).hasSameSizeAs(rows);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      LinkDecision d = decisions.get(i);
      if (!d.dataset().equals(rows.get(i)[1]) || !d.reason().startsWith(rows.get(i)[2])) {
        wrong.add(d.entry().url() + ": " + d.dataset() + ", " + d.reason());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(decisions).noneMatch(d -> d.reason().equals("no dataset reads a file of this name at this address")
        && name.equals("live-addresses.tsv"));
  }

  @Test
  void everyNameIsTakenByItsDatasetOrByNone() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String[] row : table("live-names.tsv")) {
      String taken =
          Datasets.all().stream()
              .filter(d -> d.live().landings().stream().anyMatch(l -> l.wants(row[0])))
              .map(Dataset::id)
              .findFirst()
              .orElse("");
      if (!taken.equals(row[1])) {
        wrong.add(row[0] + ": " + taken);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void lookAlikesAreLeft() {
    String uploads = "https://www.england.nhs.uk/statistics/wp-content/uploads/sites/2/2026/05/";
    List<String> others =
        List.of(
            uploads + "April-2026-Beds-sitrep-data.csv",
            uploads + "Timeseries-monthly-Adjusted-9kidn.xls",
            uploads + "Web-File-Timeseries-Covid-Acute-9kidn.xlsx",
            uploads + "MSitRep-Timeseries-to-March-2019.xls",
            uploads + "sapeicb20222024.xlsx",
            "https://files.digital.nhs.uk/12/345678/April-2026-CSV-QD21vf.csv",
            "https://www.ons.gov.uk/file?uri=/a/sapemsoasyoatablefinal.xlsx");
    assertThat(decide(others)).extracting(LinkDecision::dataset).containsOnly("");
  }

  @Test
  void rubbishIsNamedAndTheRestGoesOn() {
    List<LinkDecision> decisions =
        decide(
            List.of(
                "rubbish", "file:///etc/passwd", "https://user:word@www.england.nhs.uk/a.csv", "https://10.0.0.1/a.csv",
                "https://example.org/a.csv",
                "https://files.digital.nhs.uk/BC/2E89DF/gp-reg-pat-prac-sing-age-regions.zip",
                "http://files.digital.nhs.uk/BC/2E89DF/gp-reg-pat-prac-sing-age-regions.zip"));
    assertThat(decisions).extracting(LinkDecision::wrong).containsExactly(true, true, true, true, true, false, false);
    assertThat(decisions).extracting(LinkDecision::dataset)
        .containsExactly("", "", "", "", "", "registered_patients", "");
    assertThat(decisions.get(6).reason()).isEqualTo("the same file as on line 6");
  }
}
