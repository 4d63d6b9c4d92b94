package uk.footprints.area;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The successions of organisations: chains are followed to their end, divided organisations are shared out, and cycles
 * are refused when the table is checked.
 */
public final class Successions {

  /** Nothing became anything. */
  public static final Successions NONE = new Successions(List.of());

  private final List<Succession> all;
  /** The events by kind and old code. */
  private final Map<String, Map<String, List<Succession>>> byOld = new HashMap<>();
  /** The days on which a code began, by kind and code. */
  private final Map<String, Map<String, List<LocalDate>>> newDates = new HashMap<>();

  /** An index over those events. */
  public Successions(List<Succession> all) {
    this.all = List.copyOf(all);
    for (Succession event : all) {
      byOld.computeIfAbsent(event.kind(), kind -> new HashMap<>())
          .computeIfAbsent(event.oldCode(), code -> new ArrayList<>()).add(event);
      newDates.computeIfAbsent(event.kind(), kind -> new HashMap<>())
          .computeIfAbsent(event.newCode(), code -> new ArrayList<>()).add(event.date());
    }
    byOld.values().forEach(of -> of.replaceAll((code, events) -> List.copyOf(events)));
  }

  /** Every event, in the table's order. */
  public List<Succession> listAll() {
    return all;
  }

  /** Lists the direct successors of a code; empty while it is open. */
  public List<Succession> listSuccessors(String kind, String code) {
    return byOld.getOrDefault(kind, Map.of()).getOrDefault(code, List.of());
  }

  /** Lists the final successors of a code: itself when it has none. The shares add to one. */
  public List<Heir> listHeirs(String kind, String code) {
    return listHeirs(kind, code, LocalDate.MAX);
  }

  /**
   * What had become of a code by a day: itself when nothing had. The shares add to one; a code that is reached by two
   * ways is listed once.
   */
  public List<Heir> listHeirs(String kind, String code, LocalDate day) {
    return listHeirs(kind, code, LocalDate.MIN, day);
  }

  /**
   * What has become of the organisation that a code stood for on a day. A code that closed and was given out again is
   * another organisation from then on: what happened to the first is not what happens to the second.
   */
  public List<Heir> listHeirsOf(String kind, String code, LocalDate on) {
    return listHeirs(kind, code, on, LocalDate.MAX);
  }

  private List<Heir> listHeirs(String kind, String code, LocalDate on, LocalDate day) {
    if (listSuccessors(kind, code).isEmpty()) {
      return List.of(new Heir(code, 1, LocalDate.MIN));
    }
    Map<String, Heir> ends = new LinkedHashMap<>();
    Deque<Heir> open = new ArrayDeque<>(List.of(new Heir(code, 1, LocalDate.MIN)));
    int steps = 0;
    while (!open.isEmpty()) {
      Heir heir = open.pop();
      LocalDate since = later(heir.since(), on);
      List<Succession> next =
          listSuccessors(kind, heir.code()).stream()
              .filter(event -> !event.date().isAfter(day) && !isGivenAgain(event, since))
              .toList();
      if (++steps > 1000) {
        throw new IllegalStateException("The successions of " + code + " go in a circle");
      }
      if (next.isEmpty()) {
        ends.merge(heir.code(), heir, Heir::and);
      }
      for (Succession event : next) {
        open.push(new Heir(event.newCode(), heir.share() * event.share(), later(heir.since(), event.date())));
      }
    }
    return List.copyOf(ends.values());
  }

  /** Whether an event's old code began anew between the event and a day, as what somebody else became. */
  private boolean isGivenAgain(Succession event, LocalDate day) {
    return newDates.getOrDefault(event.kind(), Map.of()).getOrDefault(event.oldCode(), List.of()).stream()
        .anyMatch(begun -> begun.isAfter(event.date()) && !begun.isAfter(day));
  }

  /** The codes of a cycle, the first of them again at the end; empty when there is none. */
  List<String> findCycle() {
    Set<String> clear = new HashSet<>();
    for (Succession event : all) {
      List<String> cycle = cycleFrom(event.kind(), event.oldCode(), new ArrayList<>(), clear);
      if (!cycle.isEmpty()) {
        return cycle;
      }
    }
    return List.of();
  }

  private List<String> cycleFrom(String kind, String code, List<String> path, Set<String> clear) {
    int before = path.indexOf(code);
    path.add(code);
    if (before >= 0) {
      return path.subList(before, path.size());
    }
    if (!clear.contains(key(kind, code))) {
      for (Succession event : listSuccessors(kind, code)) {
        List<String> cycle = cycleFrom(kind, event.newCode(), path, clear);
        if (!cycle.isEmpty()) {
          return cycle;
        }
      }
      clear.add(key(kind, code));
    }
    path.remove(path.size() - 1);
    return List.of();
  }

  private static String key(String kind, String code) {
    return kind + ' ' + code;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  /**
   * What a code became, or a part of it.
   *
   * @param code the heir
   * @param share the part of the old code that it took over
   * @param since the day of the last step; {@link LocalDate#MIN} when the code goes on
   */
  public record Heir(String code, double share, LocalDate since) {

    private Heir and(Heir other) {
      return new Heir(code, share + other.share, later(since, other.since));
    }
  }
}
