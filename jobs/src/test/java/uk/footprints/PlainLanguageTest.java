package uk.footprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Code, help, messages, pages and documents use standard words; CONTRIBUTING.md has the glossary. */
class PlainLanguageTest {

  /** Words and phrases of the private language that the program once had, and metaphors of houses. */
  private static final Pattern PRIVATE_WORDS =
      Pattern.compile(
          "\\b(told|tells?|stands?|mends?|mended|mending|house|rooms?|floors?|walk|doors?|shelf|shelves|shelved|unheard"
              + "|leavings|what became of|gone on with|of its own accord|stands for itself|lies beside|held against"
              + "|whose a file is|one's own)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Uses in their usual meaning: names of methods of Java and Python, a kind of A&E department. */
  private static final Pattern USUAL =
      Pattern.compile(
          "Math\\.floor|Files\\.walk|\\bwalk\\.(filter|sorted|map)|(stream|walk|Stream<Path>) walk\\b|var walk\\b|walk = Files|make room|\\btell\\(|walk-in", Pattern.CASE_INSENSITIVE);

  private static final List<String> PLACES =
      List.of(
          "README.md", "CONTRIBUTING.md", "docs", "jobs/src", "jobs/checks", "jobs/bench", "jobs/schedule",
          "data/known_disagreements.md", "data/README.md", "data/reference/README.md", "notebooks");

  private static final Pattern TEXT = Pattern.compile(".*\\.(md|java|jte|py|sh|mjs|js|yaml)");

  /** The tests that name the words which others must not use. */
  private static final Pattern LISTS = Pattern.compile(".*/(PlainLanguage|Architecture)Test\\.java");

  @TestFactory
  Stream<DynamicTest> noPrivateWords() {
    return PLACES.stream().map(place -> DynamicTest.dynamicTest(place, () -> assertThat(found(Path.of(place))).isEmpty()));
  }

  private static boolean isText(Path file) {
    boolean installed = file.toString().contains("node_modules");
    return !installed && TEXT.matcher(file.toString()).matches() && !LISTS.matcher(file.toString()).matches();
  }

  private static List<String> found(Path place) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(PlainLanguageTest::isText).sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          Matcher word = PRIVATE_WORDS.matcher(USUAL.matcher(lines.get(i)).replaceAll(""));
          if (word.find()) {
            found.add(file + ":" + (i + 1) + ": " + word.group());
          }
        }
      }
    }
    return found;
  }

  @Test
  void theGlossaryHasAtMostFortyWords() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("CONTRIBUTING.md"));
    List<String> glossary = lines.subList(lines.indexOf("## Glossary"), lines.indexOf("## Add a dataset"));
    assertThat(glossary.stream().filter(line -> line.matches("\\| [a-z].*")).skip(1)).hasSizeBetween(20, 40);
  }

  @Test
  void documentsAreShort() throws IOException {
    assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(160);
    assertThat(Files.readAllLines(Path.of("docs/architecture.md"))).hasSizeLessThanOrEqualTo(200);
  }
}
