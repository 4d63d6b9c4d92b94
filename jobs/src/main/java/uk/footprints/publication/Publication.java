package uk.footprints.publication;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The publication of a file: its date, the evidence for the date, and its revision status.
 *
 * @param publishedOn day of publication
 * @param dateBasis source of the day: {@code title}, {@code notes}, {@code name}; for a file that was fetched
 *     also {@code page}, {@code header}, or {@code fetched} (no later than then); {@code timetable} is an estimate
 * @param revisionStatus how final its figures are
 */
public record Publication(LocalDate publishedOn, String dateBasis, RevisionStatus revisionStatus)
    implements Serializable {}
