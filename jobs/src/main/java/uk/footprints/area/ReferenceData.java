package uk.footprints.area;

/**
 * The reference tables that ship with the program. A command loads them and passes them to what needs them.
 *
 * @param areas geographies, areas, memberships, successions, councils and codes whose land changed
 * @param register the register of organisations
 * @param corrections published figures that are provably wrong
 */
public record ReferenceData(Areas areas, OrganisationRegister register, Corrections corrections) {

  /** Holds the tables of this virtual machine; its class is loaded when they are first needed. */
  private static final class Holder {
    private static final ReferenceData JAR = read();
  }

  /**
   * Returns the tables in the jar, which every virtual machine of a cluster reads and checks once. They never change, so
   * tasks on one machine share them.
   */
  public static ReferenceData ofJar() {
    return Holder.JAR;
  }

  private static ReferenceData read() {
    Areas areas = ReferenceTables.ofJar().areas().completed();
    return new ReferenceData(areas, OrganisationRegister.ofJar(areas), Corrections.ofJar());
  }
}
