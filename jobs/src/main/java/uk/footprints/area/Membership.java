package uk.footprints.area;

/**
 * The membership of an organisation in an area. The weights of one member in one geography on one day add to one.
 *
 * @param memberKind {@link #CCG}, {@link #PROVIDER}, or the id of a geography
 * @param memberCode its ODS code
 * @param geography the geography's id
 * @param areaCode the area's code there
 * @param dates the days for which it holds
 * @param weight the part of the member that is in the area, above 0 and at most 1
 * @param weightBasis where the weight comes from: {@code whole}, {@code site}, {@code population}, {@code catchment}
 * @param source where we have it from
 */
public record Membership(
    String memberKind,
    String memberCode,
    String geography,
    String areaCode,
    DateRange dates,
    double weight,
    String weightBasis,
    String source) {

  /** Clinical commissioning groups, the sub-boards that kept their codes, and NHS England as a commissioner. */
  public static final String CCG = "ccg";

  /** Trusts and everybody else who sends a provider's return. */
  public static final String PROVIDER = "provider";

  /** Councils that run social care. */
  public static final String COUNCIL = "council";

  /** Whether the weight is an estimate: the member is in more than one area, or patients were followed home. */
  public boolean estimated() {
    return weight < 1 || weightBasis.equals("catchment");
  }
}
