package uk.footprints.sample.hes;

/** One row to write: an episode of a planned life, or a copy of one that was broken on purpose. Days since 1970. */
final class PlannedEpisode implements Cloneable {

  /** The fault that was put into a row on purpose. */
  enum Fault {
    NONE,
    /** A second copy of the row. */
    COPY,
    /** A row with an episode key that another row has, and another record number. */
    AGAIN,
    /** No end yet: a record of its own that counts for nothing. */
    UNFINISHED,
    SHORT_ROW,
    MISSING_EPIKEY,
    MISSING_PERSON,
    UNREADABLE_NUMBER,
    IMPOSSIBLE_DATE,
    REVERSED_DATES
  }

  long key;
  Person person;
  String provider;
  SampleDiagnosis illness;
  String method;
  String source;
  String destination = "98";
  String discharge = "8";
  int year;
  int admitted;
  int discharged;
  int start;
  int end;
  int order;
  boolean last;
  boolean admissionUnknown;
  Fault fault = Fault.NONE;

  /** A person, as far as rows identify one. */
  record Person(long high, long low, int born, int sex, SamplePlace place, String area) {}

  PlannedEpisode spoilt(Fault fault) {
    try {
      PlannedEpisode copy = (PlannedEpisode) clone();
      copy.fault = fault;
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  boolean urgent() {
    return PatientSimulator.isUrgent(method);
  }
}
