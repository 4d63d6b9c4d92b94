package uk.footprints.declaration;

import java.time.YearMonth;
import java.util.List;

/** What a made-up file has in it: which time, which organisations and how many. The declaration has its layout. */
public interface ExampleContent {

  /**
   * An organisation of a row.
   *
   * @param code its code
   * @param name its name
   * @param parentCode the code of the organisation above it; may be empty
   * @param parentName its name
   */
  record Organisation(String code, String name, String parentCode, String parentName) {}

  /** Returns the month in which the described time ends. */
  YearMonth month();

  /** Returns rows of cells between the title and the header, such as the day of publication. */
  List<List<String>> titles();

  /** Returns notes below the table. */
  List<String> notes();

  /** Returns the organisations of a role, such as provider, in the order of the rows. */
  List<Organisation> organisations(String role);

  /**
   * Returns a figure, or NaN where the organisation sent none.
   *
   * @param measure the id of a measure of the dataset
   * @param organisation one of the organisations
   */
  double figure(String measure, Organisation organisation);
}
