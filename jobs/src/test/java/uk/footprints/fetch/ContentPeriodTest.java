package uk.footprints.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The months that a file says it describes. */
class ContentPeriodTest {

  private static Optional<ContentPeriod> read(byte[] bytes) throws IOException {
    return ContentPeriod.read(new ByteArrayInputStream(bytes));
  }

  private static Optional<ContentPeriod> text(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ContentPeriod months(String first, String last) {
    return new ContentPeriod(YearMonth.parse(first), YearMonth.parse(last));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Period,Org Code,A&E~MSitAE-OCTOBER-2018,RX1,3~                                     | 2018-10 | 2018-10
          Title:,Beds~Period:,October to December 2025~~Code,Beds~RX1,4~                     | 2025-10 | 2025-12
          PUBLICATION,EXTRACT_DATE,ORG~GP,01JUL2026,Q1~GP,01JUL2026,Q2~                      | 2026-07 | 2026-07
          Month_Ending,Age_Band,FCE~30APR2025,0-4,1~31JAN2026,0-4,2~                         | 2025-04 | 2026-01
          CALENDAR_MONTH_END_DATE,FCE~2025-04-30,1~2026-01-31,2~                             | 2025-04 | 2026-01
          Financial Year,Reporting Period,Activity Month~2020-21,13,Apr 2020~2020-21,13,Mar 2021~ | 2020-04 | 2021-03
          Year,Period,Org~2018-19,January,RX1~                                               | 2019-01 | 2019-01
          Beds~Period:,25 November 2024 to 30 March 2025~Code,25/11/2024,26/11/2024~         | 2024-11 | 2025-03
          Beds~,,~Code,25/11/2024,26/11/2024,27/11/2024~RX1,31000,32000,33000~               | 2024-11 | 2024-11
          Period,n~40391,1138652~40422,1150728~                                              | 2010-08 | 2010-09
          Winter daily report 2019-20~Code,Beds~RX1,2~                                       | 2019-04 | 2020-03
          Published:,12 July 2026~A&E of May 2026~Code,n~                                    | 2026-05 | 2026-05
          """)
  void periodsAreReadWhereTheyStand(String lines, String first, String last) throws IOException {
    assertThat(text(lines.replace('~', '\n'))).contains(months(first, last));
  }

  @ParameterizedTest
  @CsvSource({
    "'Code,Name~RX1,Somewhere~'", "'Published:,12 July 2026~Code,n~RX1,2~'", "'a,b~1,2~'",
    "'Code,n~R1,31000~R2,45000~'", "'All data submitted up to 8th November 2024~Code,n~R1,2~'",
    "'a,2003/04,b~c,2003/04,d~'", "''"
  })
  void whereNoneIsStatedNoneIsMadeUp(String lines) throws IOException {
    assertThat(text(lines.replace('~', '\n'))).isEmpty();
  }

  @Test
  void theEndsOfALongTextSuffice() throws IOException {
    StringBuilder text = new StringBuilder("Month,Org,n\n");
    for (int i = 0; i < 60_000; i++) {
      String month = i == 0 ? "April 2018" : i == 59_999 ? "March 2025" : "June 2020";
      text.append(month).append(",RX").append(i).append(",1\n");
    }
    assertThat(text(text.toString())).contains(months("2018-04", "2025-03"));
  }

  @Test
  void thePartsOfAnArchiveAreReadTogether() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String month : new String[] {"April 2026", "May 2026"}) {
        zip.putNextEntry(new ZipEntry(month + ".csv"));
        zip.write(("Period,Org\n" + month + ",RX1\n").getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    assertThat(read(bytes.toByteArray())).contains(months("2026-04", "2026-05"));
  }
}
