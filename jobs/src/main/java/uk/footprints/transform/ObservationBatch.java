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
 * The observations of one sheet and one period, by column: organisations down, measures across. A cell with status
 * null was refused, and is no observation. Nothing of it changes once it was made.
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
   * Where and when figures were published.
   *
   * @param sha256 of the file
   * @param publishedOn day of publication; an estimate where the release says so
   * @param revisionStatus how final its figures are
   */
  public record Origin(String sha256, LocalDate publishedOn, RevisionStatus revisionStatus) implements Serializable {}

  /**
   * Observations.
   *
   * @param dataset id
   * @param orgRole what the organisation is here: {@code provider}, {@code commissioner}
   * @param period what the figures describe
   * @param origin the file they came from
   * @param sheet its sheet
   * @param measures ids, across
   * @param orgCodes codes, down
   * @param orgNames names as published, down
   * @param rows row numbers, down
   * @param values figures, by row and measure
   * @param statuses how sure, by row and measure
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

  /** The publication. */
  public String dataset() {
    return dataset;
  }

  /** What the organisations are. */
  public String orgRole() {
    return orgRole;
  }

  /** What the figures describe. */
  public Period period() {
    return period;
  }

  /** The file that they came from. */
  public Origin origin() {
    return origin;
  }

  /** The name of the sheet that they came from. */
  public String sheet() {
    return sheet;
  }

  /** Ids of measures, across. */
  public List<String> measures() {
    return measures;
  }

  /** Codes of organisations, down. */
  public List<String> orgCodes() {
    return orgCodes;
  }

  /** Names of organisations as published, down. */
  public List<String> orgNames() {
    return orgNames;
  }

  /** The number of an organisation's row in the sheet. */
  public int row(int organisation) {
    return rows[organisation];
  }

  /** A figure; not a number unless it was reported. */
  public double value(int organisation, int measure) {
    return values[organisation][measure];
  }

  /** Whether a figure was reported, withheld or missing; null where its cell was rejected. */
  public CellStatus status(int organisation, int measure) {
    return statuses[organisation][measure];
  }

  /** The same with some of the measures only, by their places. */
  public ObservationBatch only(List<Integer> places) {
    if (places.size() == measures.size()) {
      return this;
    }
    double[][] someValues = new double[values.length][];
    CellStatus[][] someStatuses = new CellStatus[values.length][];
    for (int i = 0; i < values.length; i++) {
      double[] own = values[i];
      CellStatus[] sure = statuses[i];
      someValues[i] = places.stream().mapToDouble(m -> own[m]).toArray();
      someStatuses[i] = places.stream().map(m -> sure[m]).toArray(CellStatus[]::new);
    }
    List<String> ids = places.stream().map(measures::get).toList();
    return new ObservationBatch(
        dataset, orgRole, period, origin, sheet, ids, orgCodes, orgNames, rows, someValues, someStatuses);
  }

  /** How many observations it holds. */
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

  /** A block on its way between machines. */
  public static final class Packed implements Externalizable {

    private static final long serialVersionUID = 1L;
    private static final CellStatus[] STATUSES = CellStatus.values();
    private static final int COUNT = STATUSES.length + 1;

    private transient ObservationBatch block;

    /** Called by Java. */
    public Packed() {}

    private Packed(ObservationBatch block) {
      this.block = block;
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
      out.writeObject(block.period);
      out.writeObject(block.origin);
      RowSerializer.write(out, this::pack);
    }

    private void pack(RowEncoder to) throws IOException {
      to.text(block.dataset);
      to.text(block.orgRole);
      to.text(block.sheet);
      texts(to, block.measures);
      texts(to, block.orgCodes);
      texts(to, block.orgNames);
      for (int row : block.rows) {
        to.count(row);
      }
      for (int i = 0; i < block.values.length; i++) {
        for (int m = 0; m < block.measures.size(); m++) {
          CellStatus status = block.statuses[i][m];
          double value = block.values[i][m];
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

    private static void texts(RowEncoder to, List<String> texts) throws IOException {
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
      block = new ObservationBatch(dataset, role, period, origin, sheet, measures, codes, names, rows, values, statuses);
    }

    private Object readResolve() {
      return block;
    }
  }
}
