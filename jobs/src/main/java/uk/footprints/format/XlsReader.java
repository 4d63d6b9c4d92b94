package uk.footprints.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Reads workbooks of Excel 97 to 2003 ({@code .xls}). Only the records of cells are read: an error in records of fonts,
 * windows or calculation loses no figure.
 */
final class XlsReader {

  private static final List<String> STREAMS = List.of("Workbook", "WORKBOOK", "WorkBook", "BOOK");
  private static final String EXCEL_95 = "Book";
  private static final String ENCRYPTED_XLSX = "EncryptedPackage";
  private static final String MACROS = "_VBA_PROJECT_CUR";

  private XlsReader() {}

  static SourceWorkbook read(byte[] bytes) throws UnreadableFileException {
    try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      DirectoryNode root = container.getRoot();
      if (root.hasEntryCaseInsensitive(ENCRYPTED_XLSX)) {
        throw new UnreadableFileException("the workbook is protected by a password");
      }
      String stream = STREAMS.stream().filter(root::hasEntryCaseInsensitive).findFirst().orElse("");
      if (stream.isEmpty()) {
        boolean old = root.hasEntryCaseInsensitive(EXCEL_95);
        throw new UnreadableFileException(
            "expected an .xls workbook, found " + (old ? "one of Excel 95 or older" : "a document of another kind"));
      }
      List<String> remarks = new ArrayList<>();
      if (root.hasEntryCaseInsensitive(MACROS)) {
        remarks.add("it holds macros, which were not run");
      }
      byte[] records = root.createDocumentInputStream(stream).readAllBytes();
      return new SourceWorkbook(SourceWorkbook.Format.XLS, sheets(records, root), remarks);
    } catch (CellStringPool.TooLarge e) {
      throw new UnreadableFileException(e.getMessage(), e);
    } catch (EncryptedDocumentException e) {
      throw new UnreadableFileException("the workbook is protected by a password", e);
    } catch (OldExcelFormatException e) {
      throw new UnreadableFileException("expected an .xls workbook, found one of Excel 95 or older", e);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException("expected an .xls workbook, found a damaged one or one that was cut off", e);
    }
  }

  private static List<Sheet> sheets(byte[] records, DirectoryNode root) throws UnreadableFileException, IOException {
    if (!BiffRecordReader.locked(records)) {
      return new BiffRecordReader(records).sheets();
    }
    // Write-protected workbooks are encrypted with a well-known password; workbooks with another one are rejected here.
    try (HSSFWorkbook open = new HSSFWorkbook(root, false)) {
      List<Sheet> sheets = new ArrayList<>();
      CellStringPool cells = new CellStringPool();
      for (int s = 0; s < open.getNumberOfSheets(); s++) {
        List<Sheet.Row> rows = new ArrayList<>();
        for (org.apache.poi.ss.usermodel.Row row : open.getSheetAt(s)) {
          String[] texts = new String[Math.max(0, row.getLastCellNum())];
          Arrays.setAll(texts, i -> cells.keep(row.getCell(i) == null ? "" : text(row.getCell(i))));
          CellStringPool.add(rows, row.getRowNum() + 1, texts);
        }
        sheets.add(new Sheet(open.getSheetName(s), rows, open.isSheetHidden(s) || open.isSheetVeryHidden(s)));
      }
      return sheets;
    }
  }

  private static String text(org.apache.poi.ss.usermodel.Cell cell) {
    boolean formula = cell.getCellType() == org.apache.poi.ss.usermodel.CellType.FORMULA;
    return switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
      case NUMERIC -> CellStringPool.number(cell.getNumericCellValue());
      case STRING -> cell.getRichStringCellValue().getString();
      case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
      case ERROR -> CellStringPool.FAILED;
      default -> "";
    };
  }
}
