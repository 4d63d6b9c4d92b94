package uk.footprints.transform;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.time.LocalDate;
import uk.footprints.period.Period;
import uk.footprints.table.RowDecoder;
import uk.footprints.table.RowEncoder;
import uk.footprints.table.RowSerializer;

/**
 * The observations of one sheet and one period, by column: organisations down, measures across. A cell with status
 * null was refused, and is no observation.
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
public record ObservationBatch(
    String dataset,
    String orgRole,
    Period period,
    Origin origin,
    String sheet,
    String[] measures,
    String[] orgCodes,
    String[] orgNames,
    int[] rows,
    double[][] values,
    CellStatus[][] statuses)
    implements Serializable {

  /**
   * Where and when figures were published.
   *
   * @param sha256 of the file
   * @param publishedOn day of publication; an estimate where the release says so
   * @param revisionStatus {@code provisional}, {@code revised} or {@code derived}
   */
  public record Origin(String sha256, LocalDate publishedOn, String revisionStatus) implements Serializable {}

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
        for (int m = 0; m < block.measures.length; m++) {
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

    private static void texts(RowEncoder to, String[] texts) throws IOException {
      to.count(texts.length);
      for (String text : texts) {
        to.text(text);
      }
    }

    private static String[] texts(RowDecoder from) throws IOException {
      String[] texts = new String[from.count()];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = from.text();
      }
      return texts;
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException, ClassNotFoundException {
      Period period = (Period) in.readObject();
      Origin origin = (Origin) in.readObject();
      RowDecoder from = RowSerializer.read(in);
      String dataset = from.text();
      String role = from.text();
      String sheet = from.text();
      String[] measures = texts(from);
      String[] codes = texts(from);
      String[] names = texts(from);
      int[] rows = new int[codes.length];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = from.count();
      }
      double[][] values = new double[codes.length][measures.length];
      CellStatus[][] statuses = new CellStatus[codes.length][measures.length];
      for (int i = 0; i < codes.length; i++) {
        for (int m = 0; m < measures.length; m++) {
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
