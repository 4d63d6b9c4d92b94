package uk.footprints.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import uk.footprints.release.ReleaseInfo.State;
import uk.footprints.storage.Store;

/**
 * The releases of a store and how each stands. Which came after which is told by the release that each names as the one
 * before it, never by clocks.
 *
 * @param store the store
 */
public record ReleaseStore(Store store) {

  private static final String FOLDER = "releases";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** All of them: the current one, those before it from the latest to the first, and then the others by id. */
  public List<ReleaseInfo> list() throws IOException {
    Optional<String> current = store.findCurrent();
    Map<String, ReleaseInfo> found = new TreeMap<>();
    for (String id : folders()) {
      found.put(id, read(id));
    }
    Map<String, ReleaseInfo> all = new LinkedHashMap<>();
    String id = current.orElse("");
    State state = State.CURRENT;
    while (found.containsKey(id)) {
      ReleaseInfo kept = found.remove(id);
      all.put(id, as(kept, state));
      state = State.EARLIER;
      id = kept.before();
    }
    all.putAll(found);
    return List.copyOf(all.values());
  }

  /** Those of the same inputs that wait for a person, or that a person refused, since a release became current. */
  public Optional<ReleaseInfo> findHeld(String fingerprint, Optional<String> current) throws IOException {
    for (String id : folders()) {
      if (id.endsWith(fingerprint)) {
        ReleaseInfo kept = read(id);
        boolean since = kept.before().equals(current.orElse(""));
        if (since && (kept.state() == State.HELD || kept.state() == State.REJECTED)) {
          return Optional.of(kept);
        }
      }
    }
    return Optional.empty();
  }

  /** A release of that id; empty when there is no such folder. */
  public Optional<ReleaseInfo> find(String id) throws IOException {
    return list().stream().filter(k -> k.id().equals(id)).findFirst();
  }

  /**
   * An id that no release has: time and fingerprint. A clock that was set back may give a time that was before, so
   * seconds are added until the id is free.
   */
  public String freeId(Instant now, String fingerprint) throws IOException {
    Instant time = now;
    while (true) {
      String id = STAMP.format(time) + "-" + fingerprint;
      if (!store.fs().exists(store.path(FOLDER + "/" + id))) {
        return id;
      }
      time = time.plusSeconds(1);
    }
  }

  /** Takes away what runs left that were cut off. Only for who holds the lock. */
  public List<String> sweep() throws IOException {
    List<String> swept = new ArrayList<>();
    for (ReleaseInfo kept : list()) {
      if (kept.state() == State.UNFINISHED) {
        remove(kept.id());
        swept.add(kept.id());
      }
    }
    return swept;
  }

  /** Takes a release away; the manifest first, so that what is left of it by a cut is unfinished. */
  public void remove(String id) throws IOException {
    Path folder = store.path(FOLDER + "/" + id);
    store.fs().delete(new Path(folder, Release.MANIFEST), false);
    store.fs().delete(folder, true);
    store.fs().delete(store.path(standing(id)), false);
  }

  /** Keeps what was said of a release. */
  public void stand(ReviewDecision standing) throws IOException {
    store.write(standing(standing.release()), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(standing));
  }

  /** The manifest; an empty one when it is missing or damaged. */
  public JsonNode manifest(String id) throws IOException {
    Optional<String> text = store.findText(FOLDER + "/" + id + "/" + Release.MANIFEST);
    try {
      return text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text.get());
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  /** Whether files could not be read for it, or changed meanwhile, so that the same files may give another release. */
  public boolean tryAgain(String id) throws IOException {
    return manifest(id).path("to_read_again").asInt() > 0;
  }

  private List<String> folders() throws IOException {
    return store.look(FOLDER).stream()
        .filter(FileStatus::isDirectory)
        .map(s -> s.getPath().getName())
        .filter(name -> !name.startsWith("."))
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private ReleaseInfo read(String id) throws IOException {
    Optional<ReviewDecision> standing = findStanding(id);
    Optional<String> text = store.findText(FOLDER + "/" + id + "/" + Release.MANIFEST);
    ReleaseInfo unfinished = new ReleaseInfo(id, State.UNFINISHED, "", null, null, 0, Set.of(), standing.orElse(null));
    if (text.isEmpty()) {
      return unfinished;
    }
    try {
      JsonNode manifest = JSON.readTree(text.get());
      Instant made = time(manifest.path("made_at").asText());
      Set<String> inputs = new HashSet<>();
      manifest.path("inputs").forEach(i -> inputs.add(i.path("sha256").asText()));
      State state = standing.map(ReviewDecision::state).map(ReleaseStore::state).orElse(State.UNFINISHED);
      return new ReleaseInfo(
          id, state, manifest.path("before").asText(), made, made, manifest.path("files").size(), inputs,
          standing.orElse(null));
    } catch (JsonProcessingException e) {
      return unfinished;
    }
  }

  /** One that was approved and is not in the line of current ones was cut off while it was published. */
  private static State state(String standing) {
    return standing.equals(ReviewDecision.REJECTED) ? State.REJECTED : State.HELD;
  }

  private static ReleaseInfo as(ReleaseInfo kept, State state) {
    ReviewDecision standing = kept.standing();
    boolean approved = standing != null && standing.state().equals(ReviewDecision.APPROVED);
    Instant published = approved ? time(standing.at()) : kept.madeAt();
    return new ReleaseInfo(
        kept.id(), state, kept.before(), kept.madeAt(), published, kept.files(), kept.inputs(), standing);
  }

  private Optional<ReviewDecision> findStanding(String id) throws IOException {
    try {
      Optional<String> text = store.findText(standing(id));
      return text.isEmpty() ? Optional.empty() : Optional.of(JSON.readValue(text.get(), ReviewDecision.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String standing(String id) {
    return "held/" + id + ".json";
  }
}
