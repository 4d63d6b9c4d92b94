package uk.footprints.transform;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import uk.footprints.period.Period;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.table.RowDecoder;
import uk.footprints.table.RowEncoder;
import uk.footprints.table.RowSerializer;

/**
 * The observations of one sheet and one period, by column: organisations down, measures across. A status is null
 * where another sheet of the file has the figure, which is no observation here. Batches are immutable.
 */
public final class ObservationBatch implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String dataset;
  private final String orgRole;
  private final Period period;
  private final Origin origin;
  private final String sheet;
  private final transient List<String> measures;
  private final transient List<String> orgCodes;
  private final transient List<String> orgNames;
  private final int[] rows;
  private final double[][] values;
  private final CellStatus[][] statuses;

  /**
   * The file that published figures, and when.
   *
   * @param sha256 of the file
   * @param publishedOn day of publication; an estimate where the date basis says so
   * @param revisionStatus how final its figures are
   */
  public record Origin(String sha256, LocalDate publishedOn, RevisionStatus revisionStatus) implements Serializable {}

  /**
   * Creates a batch.
   *
   * @param dataset id
   * @param orgRole what the organisation is here: {@code provider}, {@code commissioner}
   * @param period what the figures describe
   * @param origin the file that published them
   * @param sheet its sheet
   * @param measures ids, across
   * @param orgCodes codes, down
   * @param orgNames names as published, down
   * @param rows row numbers, down
   * @param values figures, by row and measure
   * @param statuses by row and measure; null where another sheet has the figure
   */
  public ObservationBatch(
      String dataset,
      String orgRole,
      Period period,
      Origin origin,
      String sheet,
      List<String> measures,
      List<String> orgCodes,
      List<String> orgNames,
      int[] rows,
      double[][] values,
      CellStatus[][] statuses) {
    this.dataset = dataset;
    this.orgRole = orgRole;
    this.period = period;
    this.origin = origin;
    this.sheet = sheet;
    this.measures = List.copyOf(measures);
    this.orgCodes = List.copyOf(orgCodes);
    this.orgNames = List.copyOf(orgNames);
    this.rows = rows.clone();
    this.values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    this.statuses = Arrays.stream(statuses).map(CellStatus[]::clone).toArray(CellStatus[][]::new);
  }

  /** Returns the id of the dataset. */
  public String dataset() {
    return dataset;
  }

  /** Returns the role of the organisations. */
  public String orgRole() {
    return orgRole;
  }

  /** Returns the period that the figures describe. */
  public Period period() {
    return period;
  }

  /** Returns the file that published the figures. */
  public Origin origin() {
    return origin;
  }

  /** Returns the name of the sheet. */
  public String sheet() {
    return sheet;
  }

  /** Returns the ids of the measures, across. */
  public List<String> measures() {
    return measures;
  }

  /** Returns the codes of the organisations, down. */
  public List<String> orgCodes() {
    return orgCodes;
  }

  /** Returns the names of the organisations as published, down. */
  public List<String> orgNames() {
    return orgNames;
  }

  /** Returns the number of an organisation's row in the sheet. */
  public int row(int organisation) {
    return rows[organisation];
  }

  /** Returns a figure; not a number unless it was reported. */
  public double value(int organisation, int measure) {
    return values[organisation][measure];
  }

  /** Returns whether a figure was reported, withheld or missing; null where another sheet has it. */
  public CellStatus status(int organisation, int measure) {
    return statuses[organisation][measure];
  }

  /** Returns a batch with some of the measures only, by their positions. */
  public ObservationBatch only(List<Integer> positions) {
    if (positions.size() == measures.size()) {
      return this;
    }
    double[][] someValues = new double[values.length][];
    CellStatus[][] someStatuses = new CellStatus[values.length][];
    for (int i = 0; i < values.length; i++) {
      double[] ownValues = values[i];
      CellStatus[] ownStatuses = statuses[i];
      someValues[i] = positions.stream().mapToDouble(m -> ownValues[m]).toArray();
      someStatuses[i] = positions.stream().map(m -> ownStatuses[m]).toArray(CellStatus[]::new);
    }
    List<String> ids = positions.stream().map(measures::get).toList();
    return new ObservationBatch(
        dataset, orgRole, period, origin, sheet, ids, orgCodes, orgNames, rows, someValues, someStatuses);
  }

  /** Returns the number of observations. */
  public int size() {
    int n = 0;
    for (CellStatus[] row : statuses) {
      for (CellStatus status : row) {
        n += status == null ? 0 : 1;
      }
    }
    return n;
  }

  private Object writeReplace() {
    return new Packed(this);
  }

  /** The serialised form of a batch. */
  public static final class Packed implements Externalizable {

    private static final long serialVersionUID = 1L;
    private static final CellStatus[] STATUSES = CellStatus.values();
    private static final int COUNT = STATUSES.length + 1;

    private transient ObservationBatch batch;

    /** Called by Java. */
    public Packed() {}

    private Packed(ObservationBatch batch) {
      this.batch = batch;
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
      out.writeObject(batch.period);
      out.writeObject(batch.origin);
      RowSerializer.write(out, this::pack);
    }

    private void pack(RowEncoder to) {
      to.text(batch.dataset);
      to.text(batch.orgRole);
      to.text(batch.sheet);
      texts(to, batch.measures);
      texts(to, batch.orgCodes);
      texts(to, batch.orgNames);
      for (int row : batch.rows) {
        to.count(row);
      }
      for (int i = 0; i < batch.values.length; i++) {
        for (int m = 0; m < batch.measures.size(); m++) {
          CellStatus status = batch.statuses[i][m];
          double value = batch.values[i][m];
          // Most figures are counts, and most counts are short.
          if (status == CellStatus.REPORTED && value >= 0 && value == (int) value) {
            to.count(COUNT);
            to.count((int) value);
          } else {
            to.count(status == null ? 0 : status.ordinal() + 1);
            if (status == CellStatus.REPORTED) {
              to.number(value);
            }
          }
        }
      }
    }

    private static void texts(RowEncoder to, List<String> texts) {
      to.count(texts.size());
      for (String text : texts) {
        to.text(text);
      }
    }

    private static List<String> texts(RowDecoder from) throws IOException {
      String[] texts = new String[from.count()];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = from.text();
      }
      return List.of(texts);
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException, ClassNotFoundException {
      Period period = (Period) in.readObject();
      Origin origin = (Origin) in.readObject();
      RowDecoder from = RowSerializer.read(in);
      String dataset = from.text();
      String role = from.text();
      String sheet = from.text();
      List<String> measures = texts(from);
      List<String> codes = texts(from);
      List<String> names = texts(from);
      int[] rows = new int[codes.size()];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = from.count();
      }
      double[][] values = new double[codes.size()][measures.size()];
      CellStatus[][] statuses = new CellStatus[codes.size()][measures.size()];
      for (int i = 0; i < codes.size(); i++) {
        for (int m = 0; m < measures.size(); m++) {
          int status = from.count();
          statuses[i][m] = status == 0 ? null : status == COUNT ? CellStatus.REPORTED : STATUSES[status - 1];
          values[i][m] =
              status == COUNT ? from.count() : statuses[i][m] == CellStatus.REPORTED ? from.number() : Double.NaN;
        }
      }
      batch = new ObservationBatch(dataset, role, period, origin, sheet, measures, codes, names, rows, values,
          statuses);
    }

    private Object readResolve() {
      return batch;
    }
  }
}
