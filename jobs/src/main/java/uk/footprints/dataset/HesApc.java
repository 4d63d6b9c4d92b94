package uk.footprints.dataset;

import java.util.List;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.layout.Layout;
import uk.footprints.period.PeriodKind;
import uk.footprints.publication.PublicationTimetable;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;
import uk.footprints.transform.RowRules;

/**
 * Hospital Episode Statistics, admitted patient care, record level: extracts of an NHS body, or artificial extracts. It
 * has no layouts, because its files are not read cell by cell: a file is recognised by its fields, and counts of stays
 * from all files together are published.
 *
 * @param measures of the counts
 * @param tables that it fills in addition to observations
 */
public record HesApc(List<Measure> measures, List<Table> tables) implements Dataset {

  @Override
  public String id() {
    return "hes_apc";
  }

  @Override
  public String title() {
    return "Hospital Episode Statistics, admitted patient care: records";
  }

  @Override
  public String publisher() {
    return "NHS England (extracts to NHS bodies under agreement; artificial data for all)";
  }

  @Override
  public PublicationTimetable timetable() {
    return new PublicationTimetable(
        "about half a year after the financial year", 6, List.of(9), "NHS England Digital, HES annual publications");
  }

  @Override
  public DownloadSource live() {
    return DownloadSource.byHand(
        "records are given to NHS bodies under agreement; the artificial ones are large archives");
  }

  @Override
  public List<Layout> layouts() {
    return List.of();
  }

  @Override
  public RowRules rules() {
    return RowRules.of(id(), "provider", PeriodKind.MONTH);
  }

  @Override
  public String licence() {
    return "Records: data sharing agreement; artificial data: Open Government Licence v3.0";
  }

  @Override
  public List<String> warnings() {
    return List.of(
        "Counts of 1 to 7 are withheld, and others from which they could be derived; their sum is given as WITHHELD.",
        "Months and years are of discharge, because extracts hold what ended in a year.",
        "Where the records are artificial, revision_status says artificial: draw no conclusions from them.",
        "Spells join episodes at one provider, continuous spells "
            + "join transfers within three days; 2B counts as an emergency.",
        "The table episodes and the spells are not part of a release unless refresh runs with --with-records.");
  }
}
