package uk.footprints.publish.column;

import java.io.IOException;
import java.util.function.IntFunction;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;

/** Pages of a column of codes: they say what their least and greatest words are, so that readers can pass them over. */
final class TextPages implements PageWriter {

  private final PageWriter pages;
  private final IntFunction<Statistics<?>> words;

  TextPages(PageWriter pages, IntFunction<Statistics<?>> words) {
    this.pages = pages;
    this.words = words;
  }

  @Override
  @Deprecated
  public void writePage(
      BytesInput bytes, int values, Statistics<?> none, Encoding repetition, Encoding definition, Encoding encoding)
      throws IOException {
    writePage(bytes, values, values, none, repetition, definition, encoding);
  }

  @Override
  public void writePage(
      BytesInput bytes, int values, int rows, Statistics<?> none, Encoding repetition, Encoding definition,
      Encoding encoding)
      throws IOException {
    pages.writePage(bytes, values, rows, words.apply(values), repetition, definition, encoding);
  }

  @Override
  public void writePage(
      BytesInput bytes, int values, int rows, Statistics<?> none, SizeStatistics sizes, GeospatialStatistics shapes,
      Encoding repetition, Encoding definition, Encoding encoding)
      throws IOException {
    pages.writePage(bytes, values, rows, words.apply(values), sizes, shapes, repetition, definition, encoding);
  }

  @Override
  public void writePageV2(
      int rows, int nulls, int values, BytesInput repetition, BytesInput definition, Encoding encoding, BytesInput data,
      Statistics<?> none)
      throws IOException {
    pages.writePageV2(
        rows, nulls, values, repetition, definition, encoding, data, words.apply(values));
  }

  @Override
  public void writeDictionaryPage(DictionaryPage page) throws IOException {
    pages.writeDictionaryPage(page);
  }

  @Override
  public long getMemSize() {
    return pages.getMemSize();
  }

  @Override
  public long allocatedSize() {
    return pages.allocatedSize();
  }

  @Override
  public String memUsageString(String prefix) {
    return pages.memUsageString(prefix);
  }

  @Override
  public void close() {
    pages.close();
  }
}
