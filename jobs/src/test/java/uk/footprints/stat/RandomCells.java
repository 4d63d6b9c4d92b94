package uk.footprints.stat;

import java.util.List;
import java.util.Random;

/** Random cells of numbers, of one kind a table: ties, zeros, huge, tiny, negative, missing, withheld, wrong. */
final class RandomCells {

  private static final List<String> CONSTANTS = List.of("7", "0.1", "0.7", "1000000000000000", "1e-12", "1e200");
  private static final List<String> ODD = List.of("", "", "NA", "*", "*", "0", "0", "x", "-1", "..");
  private static final int KINDS = 12;

  private final Random random;
  private final int kind;
  private final String constant;
  private final int oddity;

  RandomCells(Random random) {
    this.random = random;
    this.kind = random.nextInt(KINDS);
    this.constant = CONSTANTS.get(random.nextInt(CONSTANTS.size()));
    // Half of the tables have no cell that is missing or wrong.
    this.oddity = random.nextBoolean() ? Integer.MAX_VALUE : 15 + random.nextInt(60);
  }

  /** Returns a cell of any size; below 0 now and then if negatives are wanted. */
  String number(boolean negatives) {
    if (random.nextInt(oddity) == 0) {
      return ODD.get(random.nextInt(ODD.size()));
    }
    String sign = negatives && kind > 1 && random.nextInt(3) == 0 ? "-" : "";
    return sign + size(kind == KINDS - 1 ? random.nextInt(KINDS - 1) : kind);
  }

  private String size(int of) {
    return switch (of) {
      case 0 -> "0";
      case 1 -> constant;
      case 2 -> String.valueOf(random.nextInt(3));
      case 3 -> String.valueOf(random.nextInt(30));
      case 4 -> String.valueOf(random.nextInt(1_000_000));
      case 5 -> String.valueOf(random.nextDouble());
      case 6 -> String.valueOf(1_000_000_000_000_000L - random.nextInt(1_000));
      case 7 -> String.valueOf(random.nextDouble() * Math.pow(10, random.nextInt(18)));
      case 8 -> "1e" + random.nextInt(300);
      case 9 -> 100 + random.nextInt(5) + ".5";
      default -> String.valueOf(random.nextDouble() * 1e-12);
    };
  }

  /** Returns a cell that is a number of people: above 0 mostly. */
  String people() {
    if (random.nextInt(oddity) == 0) {
      return ODD.get(random.nextInt(ODD.size()));
    }
    return switch (kind) {
      case 1 -> "250";
      case 6 -> String.valueOf(1_000_000_000_000_000L - random.nextInt(1_000));
      case 8 -> "1e" + random.nextInt(200);
      case 10 -> String.valueOf((random.nextDouble() + 0.1) * 1e-12);
      case 11 -> random.nextBoolean() ? "0.000001" : String.valueOf(1 + random.nextInt(1_000_000_000));
      default -> String.valueOf(1 + random.nextInt(5_000));
    };
  }

  /** Returns a proportion. */
  String share() {
    return switch (kind) {
      case 0 -> "0";
      case 1 -> "1";
      case 2 -> String.valueOf(random.nextInt(2));
      case 10 -> String.valueOf(random.nextDouble() * 1e-12);
      default -> String.valueOf(random.nextInt(1_001) / 1_000.0);
    };
  }
}
