package uk.footprints.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.finding.Finding;
import uk.footprints.pipeline.input.InputFile;
import uk.footprints.pipeline.input.InputGroup;
import uk.footprints.pipeline.input.InputListing;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.pipeline.read.FileReader;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.storage.Archive;
import uk.footprints.storage.Store;

/** Archives of published files: each part is a file of its own, and an archive that is odd stays one. */
@Tag("integration")
class BundledFilesTest {

  private static final Path FIXTURE =
      Path.of("jobs/src/test/resources/fixtures/ae_attendances/from_august_2020_with_booked_appointments.csv");

  @TempDir Path folder;

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void zip(String name, Map<String, byte[]> parts) throws IOException {
    try (OutputStream file = Files.newOutputStream(folder.resolve(name));
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
      }
    }
  }

  private InputListing list() throws IOException {
    return InputListing.list(new Store(folder.toString()), "all");
  }

  private FileResult read(InputFile file) throws IOException {
    Store source = new Store(folder.toString());
    Archive archive = new Archive(new Store(folder.resolve("store").toString()));
    return new FileReader(source, archive, new RefreshOptions(List.of(), null)).read(file);
  }

  @Test
  void eachPartIsAFile() throws IOException {
    byte[] published = Files.readAllBytes(FIXTURE);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("2020/August-2020-CSV.csv", published);
    parts.put("2020/read me.txt", text("what,is,this\n1,2,3\n"));
    parts.put("__MACOSX/2020/._August-2020-CSV.csv", text("of an Apple computer"));
    zip("ae.zip", parts);
    InputListing inputs = list();
    assertThat(inputs.files()).extracting(InputFile::path)
        .containsExactly("ae.zip/2020/August-2020-CSV.csv", "ae.zip/2020/read me.txt");
    InputFile first = inputs.files().get(0);
    assertThat(first.bytes()).isEqualTo(published.length);
    assertThat(first.sha256()).isEqualTo(Store.sha256(published));
    FileResult read = read(first);
    assertThat(read.state()).isEqualTo(FileResult.READ);
    assertThat(read.dataset()).isEqualTo("ae_attendances");
    FileResult aside = read(inputs.files().get(1));
    assertThat(aside.state()).isEqualTo(FileResult.SET_ASIDE);
    assertThat(aside.transformed().findings().get(0).place().toString()).contains("ae.zip/2020/read me.txt");
  }

  @Test
  void partsOfAnArchiveAreReadTogetherFromOneOpening() throws IOException {
    byte[] published = Files.readAllBytes(FIXTURE);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("one.csv", published);
    parts.put("two.txt", text("what,is,this\n1,2,3\n"));
    zip("ae.zip", parts);
    Files.write(folder.resolve("alone.csv"), text("a,b\n1,2\n"));
    List<InputGroup> groups = InputGroup.of(list().files());
    assertThat(groups).extracting(group -> group.files().stream().map(InputFile::path).toList())
        .containsExactly(List.of("ae.zip/one.csv", "ae.zip/two.txt"), List.of("alone.csv"));
    try (InputGroup.Source source = new InputGroup.Source(new Store(folder.toString()))) {
      InputFile first = groups.get(0).files().get(0);
      assertThat(source.read(first)).isEqualTo(published);
      Files.delete(folder.resolve("ae.zip"));
      assertThat(source.read(groups.get(0).files().get(1))).isEqualTo(parts.get("two.txt"));
    }
  }

  @Test
  void anArchiveThatIsGoneIsAFindingForEachOfItsParts() throws IOException {
    zip("ae.zip", Map.of("one.csv", text("a,b\n1,2\n")));
    InputFile part = list().files().get(0);
    Files.delete(folder.resolve("ae.zip"));
    FileResult outcome = read(part);
    assertThat(outcome.state()).isEqualTo(FileResult.SET_ASIDE);
    assertThat(outcome.transformed().findings().get(0).message()).contains("could not be read");
  }

  @Test
  void aPartThatStandsBesideItsArchiveIsACopy() throws IOException {
    byte[] published = Files.readAllBytes(FIXTURE);
    Files.write(folder.resolve("a.csv"), published);
    zip("b.zip", Map.of("again.csv", published));
    InputListing inputs = list();
    assertThat(inputs.files()).extracting(InputFile::path).containsExactly("a.csv");
    assertThat(inputs.copies()).containsOnlyKeys("b.zip/again.csv");
  }

  @Test
  void oddArchivesStayOneFileAndAreNamed() throws IOException {
    zip("climbs.zip", Map.of("../climbed_out_of_an_archive.csv", text("a,b\n1,2\n")));
    zip("bursts.zip", Map.of("zeros.csv", new byte[64 << 20]));
    Files.write(folder.resolve("cut.zip"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
    List<InputFile> files = list().files();
    assertThat(files).extracting(InputFile::path).containsExactlyInAnyOrder("bursts.zip", "climbs.zip", "cut.zip");
    assertThat(Files.exists(folder.getParent().resolve("climbed_out_of_an_archive.csv"))).isFalse();
    for (InputFile file : files) {
      FileResult outcome = read(file);
      Finding finding = outcome.transformed().findings().get(0);
      assertThat(outcome.state()).isEqualTo(FileResult.SET_ASIDE);
      assertThat(finding.message()).contains("archive");
    }
  }

  @Test
  void recordsStayPacked() throws IOException {
    String heads = "EPIKEY,PERSON,ADMIDATE,EPISTART,EPIEND,EPIORDER,EPISTAT,PROCODE3,ADMIMETH,ADMISORC";
    zip("hes.zip", Map.of("hes.csv", text(heads + "\n")));
    InputListing inputs = list();
    assertThat(inputs.files()).extracting(InputFile::path).containsExactly("hes.zip");
    assertThat(inputs.files().get(0).records()).isTrue();
  }
}
