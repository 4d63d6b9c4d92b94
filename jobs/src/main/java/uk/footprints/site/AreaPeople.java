package uk.footprints.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import uk.footprints.area.Membership;
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.period.Period;
import uk.footprints.report.AreaContext;

/** Builds the parts about who lives in an area, by age, and which organisations are in it. */
final class AreaPeople {

  private static final int BAND = 5;
  private static final int OLDEST = 85;
  private static final int OLD = 65;
  private static final Map<String, String> KINDS =
      Map.of(
          Membership.CCG, "Commissioning groups", Membership.PROVIDER, "Providers, by their site", Membership.COUNCIL,
          "Councils, by where their people live");

  private final AreaContext land;
  private final Period period;
  private final SiteContext site;
  private final Map<String, Map<String, List<Membership>>> members = new HashMap<>();

  AreaPeople(SiteContext site) {
    this.site = site;
    this.land = site.input().evidence().context();
    this.period =
        site.input().evidence().answers().stream()
            .map(a -> a.period())
            .max(Period::compareTo)
            .orElse(Period.financialYear(2018));
    for (Membership m : land.areas().listMemberships()) {
      if (KINDS.containsKey(m.memberKind()) && site.areas().containsKey(m.geography())) {
        members
            .computeIfAbsent(m.geography() + " " + m.areaCode(), k -> new TreeMap<>())
            .computeIfAbsent(m.memberKind(), k -> new ArrayList<>())
            .add(m);
      }
    }
  }

  private double[] ages(String geography, String code) {
    return land.people().ages(geography, code, period);
  }

  double total(String geography, String code) {
    return land.people().near(geography, code, period);
  }

  /** Returns the share of people who are 65 or older, in per cent. */
  double older(String geography, String code) {
    double[] ages = ages(geography, code);
    return ages == null ? Double.NaN : 100 * sum(ages, OLD, AreaPopulation.AGES) / sum(ages, 0, AreaPopulation.AGES);
  }

  String basis() {
    return "Source: population estimates of the Office for National Statistics.";
  }

  List<String> facts(String geography, String code) {
    double people = total(geography, code);
    if (Double.isNaN(people)) {
      return List.of();
    }
    LocalDate day = land.people().day(geography, code, period);
    return List.of(
        "%s people in mid-%d, %s of them 65 or over"
            .formatted(
                Amount.whole(Math.round(people)), day.getYear(), NumberStyle.PERCENT.shown(older(geography, code))));
  }

  /** A band of ages. */
  private record Band(String ages, double persons, double share, double england) {}

  PagePart part(String geography, String code) {
    double[] own = ages(geography, code);
    double[] all = ages(SiteContext.COUNTRY, "E92000001");
    List<Band> bands = new ArrayList<>();
    if (own != null) {
      for (int from = 0; from <= OLDEST; from += BAND) {
        int to = from == OLDEST ? AreaPopulation.AGES : from + BAND;
        bands.add(
            new Band(
                from == OLDEST ? "85 and over" : from + "–" + (to - 1), sum(own, from, to),
                100 * sum(own, from, to) / sum(own, 0, AreaPopulation.AGES),
                all == null ? Double.NaN : 100 * sum(all, from, to) / sum(all, 0, AreaPopulation.AGES)));
      }
    }
    ExhibitBuilder<Band> builder =
        ExhibitBuilder.of(bands)
            .label("Age", Band::ages)
            .number("People", NumberStyle.WHOLE, Band::persons)
            .series("Share of people", NumberStyle.PERCENT, Band::share);
    if (!geography.equals(SiteContext.COUNTRY)) {
      builder.series("England", NumberStyle.PERCENT, Band::england);
    }
    LocalDate day = land.people().day(geography, code, period);
    Exhibit ages =
        builder.exhibit(
            "ages-table", "People by age" + (day == null ? "" : ", mid-" + day.getYear()), basis(),
            "Each bar is the share of all people who are of that age.", "columns", "% of all people", "");
    return new PagePart("people", "Population", "", List.of(ages),
        "No data: this release has no population estimates of this area.");
  }

  PagePart members(String geography, String code) {
    List<Exhibit> exhibits = new ArrayList<>();
    Map<String, List<Membership>> own = members.getOrDefault(geography + " " + code, Map.of());
    for (String kind : List.of(Membership.CCG, Membership.PROVIDER, Membership.COUNCIL)) {
      List<Membership> some = own.getOrDefault(kind, List.of());
      if (geography.equals(SiteContext.COUNTRY)) {
        some = List.of();
      }
      exhibits.add(
          ExhibitBuilder.of(some)
              .label("Name", m -> name(m.memberCode()))
              .text("Code", Membership::memberCode)
              .number("Share in this area", NumberStyle.PERCENT, m -> 100 * m.weight())
              .text("Share of", m -> m.weightBasis() + (m.estimated() ? " (estimate)" : ""))
              .text("From", m -> m.dates().from().equals(LocalDate.MIN) ? "" : m.dates().from().toString())
              .text("To", m -> m.dates().to().equals(LocalDate.MAX) ? "" : m.dates().to().toString())
              .table(
                  "members-" + kind, KINDS.get(kind),
                  "Source: Organisation Data Service, and reference tables of areas.", "",
                  ""));
    }
    String lead =
        geography.equals(SiteContext.COUNTRY)
            ? "All organisations of England are part of it."
            : "The figures of these organisations are added up, each by its share.";
    return new PagePart("members", "Organisations", lead, exhibits, "");
  }

  private String name(String code) {
    return Amount.cut(site.organisations().name(code));
  }

  private static double sum(double[] ages, int from, int to) {
    return IntStream.range(from, Math.min(to, ages.length)).mapToDouble(i -> ages[i]).sum();
  }
}
