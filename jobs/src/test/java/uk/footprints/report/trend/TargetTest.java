package uk.footprints.report.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.footprints.runtime.UserException;

/** A row of targets.csv with a word or number without meaning is refused, with its row. */
class TargetTest {

  private static final String HEADINGS =
      "target,title,indicator,quantity,geography,area,direction,kind,amount,base_year,due,source\n";

  private static List<Target> read(String row) {
    return Target.read(new ByteArrayInputStream((HEADINGS + row).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aRowIsATarget() {
    assertThat(read("a,A,i,count,*,*,at_most,growth,1.5,2016,2018-03-31,s")).singleElement()
        .satisfies(t -> assertThat(t.level(200)).isCloseTo(203, within(1e-9)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "a,A,i,cuont,*,*,at_most,level,1,,,s|quantity \"cuont\" is none of value, count",
    "a,A,i,count,*,*,atmost,level,1,,,s|direction \"atmost\" is none of at_most, at_least",
    "a,A,i,count,*,*,at_most,levle,1,,,s|kind \"levle\" is none of level, change, growth",
    "a,A,i,count,*,*,at_most,level,one,,,s|amount \"one\" is not a number",
    "a,A,i,count,*,*,at_most,change,1,,,s|a target of change has no base_year",
    "a,A,i,value,*,*,at_most,change,-2,2016,,s|a target of change is of a count, and its quantity is value",
    "a,A,i,count,*,*,at_most,level,1,,31/3/2018,s|due \"31/3/2018\" is not a date",
    "a,A,,count,*,*,at_most,level,1,,,s|indicator is empty",
  })
  void aRowWithoutMeaningIsRefused(String row, String fault) {
    assertThatThrownBy(() -> read(row))
        .isInstanceOf(UserException.class)
        .hasMessage("targets.csv, row 2: " + fault + ".");
  }
}
