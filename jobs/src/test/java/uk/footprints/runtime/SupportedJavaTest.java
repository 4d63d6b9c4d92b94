package uk.footprints.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks which versions of Java are accepted. */
class SupportedJavaTest {

  @ParameterizedTest
  @ValueSource(strings = {"17", "17.0.15+6", "21.0.2", "25", "25.0.1+8-LTS"})
  void versionsThatSparkNamesAreAccepted(String version) {
    assertThatCode(() -> SupportedJava.require(Runtime.Version.parse(version))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.0.2", "18", "22.0.1", "24", "26-ea"})
  void othersAreRefusedWithTheVersionsThatWork(String version) {
    assertThatThrownBy(() -> SupportedJava.require(Runtime.Version.parse(version)))
        .isInstanceOfSatisfying(
            UserException.class,
            e -> {
              assertThat(e.exit()).isEqualTo(ExitCode.DATA);
              assertThat(e.getMessage()).contains("Java " + SupportedJava.words()).contains("this is Java " + version);
              assertThat(e.next()).contains("JAVA_HOME");
            });
  }

  @Test
  void theJavaOfTheTestsIsSupported() {
    assertThatCode(() -> SupportedJava.require(Runtime.version())).doesNotThrowAnyException();
  }
}
