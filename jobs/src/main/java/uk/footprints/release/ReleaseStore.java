package uk.footprints.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
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
import uk.footprints.runtime.IdTime;
import uk.footprints.storage.Store;

/**
 * The releases of a store and their states. Their order follows from the previous release that each one names, never
 * from clocks.
 *
 * @param store the store
 */
public record ReleaseStore(Store store) {

  private static final String FOLDER = "releases";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Lists all releases: the current one, those before it from the latest to the first, then the others by id. */
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
      ReleaseInfo release = found.remove(id);
      all.put(id, withState(release, state));
      state = State.EARLIER;
      id = release.before();
    }
    all.putAll(found);
    return List.copyOf(all.values());
  }

  /** Finds a held or rejected release of the same inputs, made since the given release became current. */
  public Optional<ReleaseInfo> findHeld(String fingerprint, Optional<String> current) throws IOException {
    for (String id : folders()) {
      if (id.endsWith(fingerprint)) {
        ReleaseInfo release = read(id);
        boolean since = release.before().equals(current.orElse(""));
        if (since && (release.state() == State.HELD || release.state() == State.REJECTED)) {
          return Optional.of(release);
        }
      }
    }
    return Optional.empty();
  }

  /** Finds a release by id; empty if there is no such folder. */
  public Optional<ReleaseInfo> find(String id) throws IOException {
    return list().stream().filter(k -> k.id().equals(id)).findFirst();
  }

  /**
   * Returns an id that no release has, of time and fingerprint. A clock that was set back may give a time that was used
   * before, so seconds are added until the id is free.
   */
  public String freeId(Instant now, String fingerprint) throws IOException {
    Instant time = now;
    while (true) {
      String id = IdTime.of(time) + "-" + fingerprint;
      if (!store.fs().exists(store.path(FOLDER + "/" + id))) {
        return id;
      }
      time = time.plusSeconds(1);
    }
  }

  /** Deletes unfinished releases of interrupted runs. The caller must hold the store's lock. */
  public List<String> removeUnfinished() throws IOException {
    List<String> removed = new ArrayList<>();
    for (ReleaseInfo release : list()) {
      if (release.state() == State.UNFINISHED) {
        remove(release.id());
        removed.add(release.id());
      }
    }
    return removed;
  }

  /** Deletes a release; the manifest first, so that a release that is only partly deleted is unfinished. */
  public void remove(String id) throws IOException {
    Path folder = store.path(FOLDER + "/" + id);
    store.fs().delete(new Path(folder, Release.MANIFEST), false);
    store.fs().delete(folder, true);
    store.fs().delete(store.path(decisionFile(id)), false);
  }

  /** Saves the decision on a release. */
  public void save(ReviewDecision decision) throws IOException {
    store.write(decisionFile(decision.release()), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(decision));
  }

  /** Returns the manifest; an empty one if it is missing or damaged. */
  public JsonNode manifest(String id) throws IOException {
    Optional<String> text = store.findText(FOLDER + "/" + id + "/" + Release.MANIFEST);
    try {
      return text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text.get());
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  /** Returns whether input files could not be read, or changed during the run, so that a new run may differ. */
  public boolean needsRetry(String id) throws IOException {
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
    Optional<ReviewDecision> decision = findDecision(id);
    Optional<String> text = store.findText(FOLDER + "/" + id + "/" + Release.MANIFEST);
    ReleaseInfo unfinished = new ReleaseInfo(id, State.UNFINISHED, "", null, null, 0, Set.of(), decision.orElse(null));
    if (text.isEmpty()) {
      return unfinished;
    }
    try {
      JsonNode manifest = JSON.readTree(text.get());
      Instant made = time(manifest.path("made_at").asText());
      Set<String> inputs = new HashSet<>();
      manifest.path("inputs").forEach(i -> inputs.add(i.path("sha256").asText()));
      State state = decision.map(ReviewDecision::state).map(ReleaseStore::state).orElse(State.UNFINISHED);
      return new ReleaseInfo(
          id, state, manifest.path("before").asText(), made, made, manifest.path("files").size(), inputs,
          decision.orElse(null));
    } catch (JsonProcessingException e) {
      return unfinished;
    }
  }

  /** Returns the state of a decided release that never became current; an approved one was interrupted and is held. */
  private static State state(String decision) {
    return decision.equals(ReviewDecision.REJECTED) ? State.REJECTED : State.HELD;
  }

  private static ReleaseInfo withState(ReleaseInfo release, State state) {
    ReviewDecision decision = release.decision();
    boolean approved = decision != null && decision.state().equals(ReviewDecision.APPROVED);
    Instant published = approved ? time(decision.at()) : release.madeAt();
    return new ReleaseInfo(
        release.id(), state, release.before(), release.madeAt(), published, release.files(), release.inputs(),
        decision);
  }

  private Optional<ReviewDecision> findDecision(String id) throws IOException {
    try {
      Optional<String> text = store.findText(decisionFile(id));
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

  private static String decisionFile(String id) {
    return "held/" + id + ".json";
  }
}
