package uk.footprints.dataset;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.footprints.area.Area;
import uk.footprints.area.OrganisationRegister;
import uk.footprints.area.ReferenceData;
import uk.footprints.transform.NameNormaliser;
import uk.footprints.transform.TidyCode;

/** Finds codes of organisations that a publication gives by name only: from the reference tables, never guessed. */
final class OrganisationCodes {

  private static final String FOLDER = "/uk/footprints/reference/";

  /** The length of a code of a trust or a commissioner. */
  private static final int CODE = 3;

  private OrganisationCodes() {}

  /** Holds the codes by name; they are read when a file first needs one, and not to describe a dataset. */
  private static final class Holder {
    private static final Map<String, String> CODES = read();
  }

  /** Returns the code of the organisation of that name, in any spelling; a code of the register is its own name. */
  static Optional<String> findCode(String name) {
    String code = TidyCode.of(name);
    if (code.length() == CODE && !ReferenceData.ofJar().register().list(code).isEmpty()) {
      return Optional.of(code);
    }
    return name.isBlank() ? Optional.empty() : Optional.ofNullable(Holder.CODES.get(key(TidyCode.withoutNote(name))));
  }

  /** Returns the code of the organisation that a file or folder name begins with: {@code BART 02 - May.xlsx}. */
  static Optional<String> findCodeInPath(String path) {
    String[] parts = path.split("/");
    for (int i = parts.length - 1; i >= 0; i--) {
      Optional<String> code = findCode(parts[i]);
      if (code.isEmpty() && parts[i].indexOf(' ') > 0) {
        code = findCode(parts[i].substring(0, parts[i].indexOf(' ')));
      }
      if (code.isPresent()) {
        return code;
      }
    }
    return Optional.empty();
  }

  /** Reads the rows of a reference table. */
  static List<NamedCsvRecord> reference(String table) {
    try (InputStream in = OrganisationCodes.class.getResourceAsStream(FOLDER + table);
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return rows.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> read() {
    Map<String, String> codes = new HashMap<>();
    ReferenceData reference = ReferenceData.ofJar();
    for (Area area : reference.areas().listAreas()) {
      if (area.geography().startsWith("ccg_") && !area.odsCode().isEmpty()) {
        codes.put(key(area.name()), area.odsCode());
      }
    }
    Map<String, Set<String>> registered = new HashMap<>();
    for (OrganisationRegister.Entry entry : reference.register().listAll()) {
      registered.computeIfAbsent(key(entry.name()), name -> new HashSet<>()).add(entry.code());
    }
    registered.forEach((name, of) -> {
      if (of.size() == 1) {
        codes.put(name, of.iterator().next());
      }
    });
    for (NamedCsvRecord row : reference("organisation_names.csv")) {
      codes.put(key(row.getField("known_as")), row.getField("org_code"));
    }
    return codes;
  }

  /** Returns the name without the words that all names of a kind share. */
  private static String key(String name) {
    String plain = NameNormaliser.supplier(name).replace("CLINICAL COMMISSIONING GROUP", "CCG");
    return plain.startsWith("NHS ") ? plain.substring(4) : plain;
  }
}
