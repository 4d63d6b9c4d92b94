package uk.footprints.stat;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.footprints.runtime.UserException;

/** Runs a method on a table. */
public final class MethodRunner {

  private MethodRunner() {}

  /**
   * Result of a method with notes about it.
   *
   * @param answer the result as CSV
   * @param notes notes for the user
   * @param failure problems of input rows, which have no value; null without problems
   */
  public record Answered(CsvRows answer, List<String> notes, Optional<UserException> failure) {

    /** Writes the answer as CSV. */
    public void write(Writer out) throws IOException {
      answer.write(out);
    }
  }

  /** A table that can be written. */
  @FunctionalInterface
  public interface CsvRows {

    /** Writes the table with its header. */
    void write(Writer out) throws IOException;
  }

  /** Refuses settings that the method does not know. */
  public static void requireKnown(MethodGuide guide, Set<String> names) {
    MethodSettings.requireKnown(guide, names);
  }

  /**
   * Runs a method. Rows and groups that are wrong have a reason instead of a value, and never stop the others.
   *
   * @throws UserException if the table as a whole is wrong: a column is missing
   */
  public static Answered answer(MethodGuide method, InputTable table, Map<String, String> settings) {
    return answer(StatMethods.get(method.name()), table, settings);
  }

  static <R extends ResultRow> Answered answer(
      StatMethod<R> method, InputTable table, Map<String, String> settings) {
    MethodInput question = new MethodInput(method.guide(), table, settings);
    ResultTable<R> answer = new ResultTable<>(table, method.guide(), method.columns(), question.groupColumns());
    method.answer(question, answer);
    List<String> replaced = answer.replaced();
    List<String> notes =
        replaced.isEmpty()
            ? List.of()
            : List.of("The result replaces the input's column " + String.join(", ", replaced) + ".");
    Optional<UserException> failure =
        question.problems().isEmpty()
            ? Optional.empty()
            : Optional.of(
                question.problems().asFailure(
                    "correct these cells and run it again; the other rows are valid"));
    return new Answered(answer::write, notes, failure);
  }
}
