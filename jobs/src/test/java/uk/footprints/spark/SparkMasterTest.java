package uk.footprints.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;

/** Checks that only spark-submit brings the program to a cluster. */
class SparkMasterTest {

  @ParameterizedTest
  @ValueSource(strings = {"yarn", "spark://host:7077", "k8s://https://host:6443"})
  void aClusterIsReachedBySubmit(String master) {
    UserException refused =
        catchThrowableOfType(UserException.class, () -> SparkSessionFactory.context("test", master));
    assertThat(refused.getMessage()).startsWith("--master " + master + " is a cluster");
    assertThat(refused.next()).isEqualTo("footprints submit --master " + master + " COMMAND");
    assertThat(refused.exit()).isEqualTo(ExitCode.COMMAND);
  }
}
