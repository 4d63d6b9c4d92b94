package uk.footprints.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import uk.footprints.declaration.DeclarationFile;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.declared.DeclaredIndicator;
import uk.footprints.report.trend.Target;
import uk.footprints.runtime.SpellingSuggester;
import uk.footprints.runtime.UserException;

/** All targets: those of the reference, those that declarations of indicators have, and an analyst's own. */
public final class Targets {

  /**
   * An analyst's own targets in a run.
   *
   * @param files their tables
   * @param targets the rows
   */
  private record Own(List<DeclarationFile> files, List<Target> targets) {}

  private static final Own NONE = new Own(List.of(), List.of());
  private static final AtomicReference<Own> OWN = new AtomicReference<>(NONE);

  private Targets() {}

  /** Returns all targets of this process. */
  public static List<Target> all() {
    List<Target> all = new ArrayList<>(Target.list());
    for (Indicator indicator : Indicators.all()) {
      if (indicator instanceof DeclaredIndicator declared) {
        declared.targets().forEach(target -> all.add(Target.of(declared.id(), target)));
      }
    }
    all.addAll(OWN.get().targets());
    return List.copyOf(all);
  }

  /**
   * Adds an analyst's own tables of targets for this process, in place of those added before.
   *
   * @throws UserException naming file and row, when a row is wrong, names no indicator, or has the id of another target
   */
  public static synchronized void include(List<DeclarationFile> own) {
    OWN.set(NONE);
    Set<String> ids = new HashSet<>();
    all().forEach(target -> ids.add(target.id()));
    List<String> indicators = Indicators.all().stream().map(Indicator::id).toList();
    List<Target> targets = new ArrayList<>();
    for (DeclarationFile file : own) {
      for (Target target : Target.own(file.name(), file.text())) {
        if (!indicators.contains(target.indicator())) {
          throw UserException.data(
              "%s, target %s: there is no indicator \"%s\".".formatted(file.name(), target.id(), target.indicator()),
              SpellingSuggester.to(target.indicator(), indicators).map(near -> "write " + near)
                  .orElse("footprints describe, which lists the indicators"));
        }
        if (!ids.add(target.id())) {
          throw UserException.data(
              "%s: there is a target %s already.".formatted(file.name(), target.id()), "give it another name");
        }
        targets.add(target);
      }
    }
    OWN.set(new Own(List.copyOf(own), List.copyOf(targets)));
  }
}
