package uk.footprints.stat;

import java.util.List;
import java.util.stream.Stream;

/**
 * A parameter of a method: {@code --set name=value}, or a column of that name in the file.
 *
 * @param name after {@code --set}
 * @param meaning its effect and its choices
 * @param usual the value when it is not given; empty for none
 * @param example a value
 * @param also accepted names of other packages
 */
public record MethodParameter(String name, String meaning, String usual, String example, List<String> also) {

  static MethodParameter of(String name, String meaning, String usual, String example, String... also) {
    return new MethodParameter(name, meaning, usual, example, List.of(also));
  }

  /** The name and the other names. */
  Stream<String> names() {
    return Stream.concat(Stream.of(name), also.stream());
  }
}
