package uk.footprints.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;

/**
 * The shares of an indicator's organisations in the areas of geographies. Periods follow one another and memberships
 * rarely change, so that the shares of an organisation are looked up again only after a change. For one thread.
 */
final class MemberShares {

  private final Areas areas;
  private final Basis basis;
  private final String kind;
  private final List<String> organisations;
  private final Map<String, Known> byGeography = new HashMap<>();

  /** The shares that were looked up last, by organisation, and after how many changes. */
  private static final class Known {
    private final List<List<AreaShare>> shares;
    private final int[] changes;

    Known(int organisations) {
      shares = new ArrayList<>(Collections.nCopies(organisations, null));
      changes = new int[organisations];
      Arrays.fill(changes, -1);
    }
  }

  /**
   * Creates the shares.
   *
   * @param kind the kind of the organisations, as in memberships
   * @param organisations their codes
   */
  MemberShares(Areas areas, Basis basis, String kind, List<String> organisations) {
    this.areas = areas;
    this.basis = basis;
    this.kind = kind;
    this.organisations = organisations;
  }

  /** Returns the shares in a geography on a day. */
  OnDay on(Geography geography, LocalDate day) {
    Known known = byGeography.computeIfAbsent(geography.id(), id -> new Known(organisations.size()));
    return new OnDay(known, geography, day, areas.countChanges(day));
  }

  /** The shares in a geography on a day. */
  final class OnDay {
    private final Known known;
    private final Geography geography;
    private final LocalDate day;
    private final int changes;

    private OnDay(Known known, Geography geography, LocalDate day, int changes) {
      this.known = known;
      this.geography = geography;
      this.day = day;
      this.changes = changes;
    }

    /** Returns the shares of an organisation, by its index. */
    List<AreaShare> of(int org) {
      if (known.changes[org] != changes) {
        known.shares.set(org, areas.listShares(basis, kind, organisations.get(org), geography.id(), day));
        known.changes[org] = changes;
      }
      return known.shares.get(org);
    }
  }
}
