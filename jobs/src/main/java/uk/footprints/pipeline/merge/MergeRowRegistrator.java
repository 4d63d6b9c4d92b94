package uk.footprints.pipeline.merge;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.time.LocalDate;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoRegistrator;
import org.apache.spark.serializer.KryoSerializer;
import uk.footprints.table.RowCells;
import uk.footprints.transform.CellStatus;

/** Registers how Kryo, with which Spark sends rows between tasks, writes and reads them. */
public final class MergeRowRegistrator implements KryoRegistrator {

  /** Returns Spark's serializer for these rows; other objects of the program keep Java's. */
  static KryoSerializer serializer() {
    return new KryoSerializer(
        new SparkConf(false)
            .set("spark.kryo.registrator", MergeRowRegistrator.class.getName())
            .set("spark.kryo.registrationRequired", "true")
            .set("spark.kryo.referenceTracking", "false"));
  }

  @Override
  public void registerClasses(Kryo kryo) {
    kryo.register(FigureRow.class, new FigureRows());
    kryo.register(FigurePeriod.class, new FigurePeriods());
    kryo.register(PublishedRow.class, new PublishedRows());
  }

  /** Writes and reads figures. */
  private static final class FigureRows extends Serializer<FigureRow> {

    private static final CellStatus[] STATUSES = CellStatus.values();
    /** A reported figure that is a whole number, as most are. */
    private static final int COUNT = STATUSES.length;

    @Override
    public void write(Kryo kryo, Output out, FigureRow figure) {
      out.writeVarInt(figure.measure(), true);
      out.writeVarInt(figure.organisation(), true);
      out.writeVarInt(figure.role(), true);
      out.writeVarInt(figure.period(), true);
      out.writeVarInt(figure.source(), true);
      out.writeVarInt(figure.row(), true);
      double value = figure.value();
      if (figure.status() == CellStatus.REPORTED && value >= 0 && value == (int) value && 1 / value > 0) {
        out.writeByte(COUNT);
        out.writeVarInt((int) value, true);
      } else {
        out.writeByte(figure.status().ordinal());
        if (figure.status() == CellStatus.REPORTED) {
          out.writeDouble(value);
        }
      }
    }

    @Override
    public FigureRow read(Kryo kryo, Input in, Class<FigureRow> type) {
      int measure = in.readVarInt(true);
      int organisation = in.readVarInt(true);
      int role = in.readVarInt(true);
      int period = in.readVarInt(true);
      int source = in.readVarInt(true);
      int row = in.readVarInt(true);
      int status = in.readByte();
      boolean count = status == COUNT;
      CellStatus as = count ? CellStatus.REPORTED : STATUSES[status];
      double value =
          count ? in.readVarInt(true) : as == CellStatus.REPORTED ? in.readDouble() : Double.NaN;
      return new FigureRow(measure, organisation, role, period, source, row, as, value);
    }
  }

  /** Writes and reads the periods of measures. */
  private static final class FigurePeriods extends Serializer<FigurePeriod> {

    @Override
    public void write(Kryo kryo, Output out, FigurePeriod period) {
      out.writeVarInt(period.partition(), true);
      out.writeVarInt(period.measure(), true);
      out.writeVarInt(period.role(), true);
      out.writeVarInt(period.period(), true);
      out.writeVarInt(period.source(), true);
      out.writeBoolean(period.figures());
    }

    @Override
    public FigurePeriod read(Kryo kryo, Input in, Class<FigurePeriod> type) {
      return new FigurePeriod(
          in.readVarInt(true), in.readVarInt(true), in.readVarInt(true), in.readVarInt(true), in.readVarInt(true),
          in.readBoolean());
    }
  }

  /** Writes and reads rows of tables. */
  private static final class PublishedRows extends Serializer<PublishedRow> {

    private static final int NOTHING = 0;
    private static final int TEXT = 1;
    private static final int WHOLE = 2;
    private static final int NUMBER = 3;
    private static final int DAY = 4;
    private static final int FLAG = 5;

    @Override
    public void write(Kryo kryo, Output out, PublishedRow row) {
      out.writeVarInt(row.table(), true);
      out.writeVarInt(row.source(), true);
      out.writeVarInt(row.cells().size(), true);
      for (int i = 0; i < row.cells().size(); i++) {
        write(out, row.cells().value(i));
      }
    }

    private static void write(Output out, Object value) {
      if (value == null) {
        out.writeByte(NOTHING);
      } else if (value instanceof String text) {
        out.writeByte(TEXT);
        out.writeString(text);
      } else if (value instanceof Long whole) {
        out.writeByte(WHOLE);
        out.writeVarLong(whole, false);
      } else if (value instanceof Double number) {
        out.writeByte(NUMBER);
        out.writeDouble(number);
      } else if (value instanceof LocalDate day) {
        out.writeByte(DAY);
        out.writeVarLong(day.toEpochDay(), false);
      } else if (value instanceof Boolean flag) {
        out.writeByte(FLAG);
        out.writeBoolean(flag);
      } else {
        throw new IllegalArgumentException("no column holds a " + value.getClass().getSimpleName());
      }
    }

    @Override
    public PublishedRow read(Kryo kryo, Input in, Class<PublishedRow> type) {
      int table = in.readVarInt(true);
      int source = in.readVarInt(true);
      int columns = in.readVarInt(true);
      RowCells.Builder cells = RowCells.builder(columns);
      for (int i = 0; i < columns; i++) {
        cells.set(i, read(in));
      }
      return new PublishedRow(table, cells.build(), source);
    }

    private static Object read(Input in) {
      int kind = in.readByte();
      return switch (kind) {
        case NOTHING -> null;
        case TEXT -> in.readString();
        case WHOLE -> in.readVarLong(false);
        case NUMBER -> in.readDouble();
        case DAY -> LocalDate.ofEpochDay(in.readVarLong(false));
        case FLAG -> in.readBoolean();
        default -> throw new IllegalArgumentException("no value is of kind " + kind);
      };
    }
  }
}
