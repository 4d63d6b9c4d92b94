package uk.footprints.indicator;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import uk.footprints.indicator.OrganisationContributions.Part;
import uk.footprints.indicator.OrganisationContributions.Published;

/**
 * Holds the contributions of one period in columns, in order of organisation. Most columns of most indicators hold
 * nothing but zeros and take no memory then: a contribution takes 12 to 28 bytes, where an object of its own would take 60.
 * A release of a hundred million figures has ten million contributions to an indicator.
 */
final class ContributionList extends AbstractList<Part> {

  private static final int FEWEST = 8;

  private final Amounts numerator = new Amounts();
  private final Amounts denominator = new Amounts();
  private final Amounts reported = new Amounts();
  private final Amounts lost = new Amounts();
  private final Amounts publishedNumerator = new Amounts();
  private final Amounts publishedDenominator = new Amounts();
  private final BitSet known = new BitSet();
  private int[] organisations = new int[FEWEST];
  private int size;

  /** Figures by place; they take no memory while all are zero. */
  private static final class Amounts {

    private final FigureValues values = new FigureValues(0);

    void set(int place, double value) {
      if (value != 0) {
        values.put(place, value);
      }
    }

    double get(int place) {
      return place < values.length() ? values.get(place) : 0;
    }
  }

  @Override
  public boolean add(Part part) {
    if (size == organisations.length) {
      organisations = Arrays.copyOf(organisations, FigureValues.longer(size));
    }
    organisations[size] = part.org();
    numerator.set(size, part.numerator());
    denominator.set(size, part.denominator());
    reported.set(size, part.reported());
    lost.set(size, part.lost());
    publishedNumerator.set(size, part.published().numerator());
    publishedDenominator.set(size, part.published().denominator());
    known.set(size, part.known());
    size++;
    return true;
  }

  @Override
  public Part get(int place) {
    if (place < 0 || place >= size) {
      throw new IndexOutOfBoundsException("No contribution " + place + " of " + size);
    }
    return new Part(
        organisations[place], numerator.get(place), denominator.get(place), reported.get(place), lost.get(place),
        new Published(publishedNumerator.get(place), publishedDenominator.get(place)), known.get(place));
  }

  @Override
  public int size() {
    return size;
  }
}
