package uk.footprints.publication;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A release as it appeared: what it is about and when it came out.
 *
 * @param publishedOn the day
 * @param dateBasis where the day comes from: {@code title}, {@code notes}, {@code name}; for a file that was fetched
 *     also {@code page}, {@code header}, or {@code fetched} (no later than then); {@code timetable} is an estimate
 * @param revisionStatus how final its figures are
 */
public record Publication(LocalDate publishedOn, String dateBasis, RevisionStatus revisionStatus) implements Serializable {}
