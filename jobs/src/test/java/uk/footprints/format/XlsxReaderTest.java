package uk.footprints.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class XlsxReaderTest {

  @Test
  void aTruthValueIsNoNumber() throws IOException, UnreadableFileException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Data");
      sheet.value(0, 0, true);
      sheet.value(0, 1, false);
      sheet.value(0, 2, 1);
    }
    Sheet read = XlsxReader.read(bytes.toByteArray()).sheets().get(0);
    assertThat(List.of(read.rows().get(0).cells())).containsExactly("TRUE", "FALSE", "1");
  }
}
