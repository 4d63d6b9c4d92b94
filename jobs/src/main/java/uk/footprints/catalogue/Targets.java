package uk.footprints.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.footprints.declaration.DeclarationFile;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.declared.DeclaredIndicator;
import uk.footprints.report.trend.Target;
import uk.footprints.runtime.SpellingSuggester;
import uk.footprints.runtime.UserException;

/** All targets: those of the reference, those that declarations of indicators have, and an analyst's own. */
final class Targets {

  private Targets() {}

  /**
   * Returns all targets of a run.
   *
   * @param indicators the indicators of the run
   * @param own an analyst's own tables of targets
   * @throws UserException naming file and row, when a row is wrong, names no indicator, or has the id of another target
   */
  static List<Target> of(List<Indicator> indicators, List<DeclarationFile> own) {
    List<Target> all = new ArrayList<>(Target.list());
    for (Indicator indicator : indicators) {
      if (indicator instanceof DeclaredIndicator declared) {
        declared.targets().forEach(target -> all.add(Target.of(declared.id(), target)));
      }
    }
    Set<String> ids = new HashSet<>();
    all.forEach(target -> ids.add(target.id()));
    List<String> known = indicators.stream().map(Indicator::id).toList();
    for (DeclarationFile file : own) {
      for (Target target : Target.own(file.name(), file.text())) {
        if (!known.contains(target.indicator())) {
          throw UserException.data(
              "%s, target %s: there is no indicator \"%s\".".formatted(file.name(), target.id(), target.indicator()),
              SpellingSuggester.to(target.indicator(), known).map(near -> "write " + near)
                  .orElse("footprints describe, which lists the indicators"));
        }
        if (!ids.add(target.id())) {
          throw UserException.data(
              "%s: there is a target %s already.".formatted(file.name(), target.id()), "give it another name");
        }
        all.add(target);
      }
    }
    return List.copyOf(all);
  }
}
