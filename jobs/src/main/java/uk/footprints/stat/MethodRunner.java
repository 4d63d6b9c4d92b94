package uk.footprints.stat;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.footprints.runtime.UserException;

/** Puts a method and a table together. */
public final class MethodRunner {

  private MethodRunner() {}

  /**
   * The answer with what there is to say about it.
   *
   * @param answer the table
   * @param notes what a person should know
   * @param failure what is wrong with rows of the input; they have no value, and the others have
   */
  public record Answered(ResultTable answer, List<String> notes, Optional<UserException> failure) {

    /** Writes the answer as CSV. */
    public void write(Writer out) throws IOException {
      answer.write(out);
    }
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
  public static Answered answer(StatMethod method, InputTable table, Map<String, String> settings) {
    MethodInput question = new MethodInput(method.guide(), table, settings);
    ResultTable answer = new ResultTable(table, method.guide(), question.groupColumns());
    method.answer(question, answer);
    List<String> replaced = answer.replaced();
    List<String> notes =
        replaced.isEmpty()
            ? List.of()
            : List.of("The result takes the place of the input's " + String.join(", ", replaced) + ".");
    Optional<UserException> failure =
        question.problems().isEmpty()
            ? Optional.empty()
            : Optional.of(
                question.problems().asFailure(
                    "correct these cells and run it again; the rest of the answer stands"));
    return new Answered(answer, notes, failure);
  }
}
