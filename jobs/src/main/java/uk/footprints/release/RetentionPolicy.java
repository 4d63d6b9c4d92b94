package uk.footprints.release;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import uk.footprints.storage.Store;

/**
 * Decides which releases are kept: the current one; held ones; the latest ones that were current, as many as configured;
 * and every one that ceased to be current within the grace period, as somebody may be reading it. Archived files can be
 * removed only if no kept release was made from them.
 *
 * @param keep how many releases that were current are kept, including the current one
 * @param grace how long a release is kept in any case after it ceased to be current
 * @param archive whether archived files are removed too
 */
public record RetentionPolicy(int keep, Duration grace, boolean archive) {

  /** Something to remove: its path below the store, the reason, and its size in bytes. */
  public record Removal(String path, String why, long bytes) {}

  /** Returns what to remove. A release whose times are not known is kept. */
  public List<Removal> plan(Store store, Instant now) throws IOException {
    List<Removal> removals = new ArrayList<>();
    Set<String> needed = new HashSet<>();
    Instant latest = now.minus(grace);
    int line = 0;
    Instant ceased = null;
    for (ReleaseInfo release : new ReleaseStore(store).list()) {
      String why = "";
      switch (release.state()) {
        case CURRENT, EARLIER -> {
          line++;
          boolean read = ceased == null || ceased.isAfter(latest);
          why = line > Math.max(1, keep) && !read ? "not among the latest " + keep : "";
          ceased = release.publishedAt();
        }
        case REJECTED -> why = before(release.madeAt(), latest) ? "rejected" : "";
        case UNFINISHED -> why = "left by an interrupted run";
        case HELD -> why = "";
      }
      if (why.isEmpty()) {
        needed.addAll(release.inputs());
      } else {
        String folder = "releases/" + release.id();
        removals.add(new Removal(folder, why, bytes(store, folder)));
      }
    }
    leftovers(store, latest, removals);
    if (archive) {
      unreferenced(store, needed, latest, removals);
    }
    return removals;
  }

  /** Removes what {@link #plan} returned. */
  public static void remove(Store store, List<Removal> removals) throws IOException {
    for (Removal each : removals) {
      if (each.path().startsWith("releases/")) {
        new ReleaseStore(store).remove(each.path().substring("releases/".length()));
      } else {
        store.fs().delete(store.path(each.path()), false);
      }
    }
  }

  private static boolean before(Instant time, Instant latest) {
    return time != null && time.isBefore(latest);
  }

  /** Adds temporary files that a run wrote and never renamed. */
  private void leftovers(Store store, Instant latest, List<Removal> removals) throws IOException {
    for (String folder : List.of("archive", "parsed", "held", "lock")) {
      for (LocatedFileStatus file : files(store, folder)) {
        boolean old = Instant.ofEpochMilli(file.getModificationTime()).isBefore(latest);
        if (old && file.getPath().getName().startsWith(".")) {
          removals.add(new Removal(below(store, file), "incomplete file of an interrupted run", file.getLen()));
        }
      }
    }
  }

  private void unreferenced(Store store, Set<String> needed, Instant latest, List<Removal> removals) throws IOException {
    for (LocatedFileStatus file : files(store, "archive")) {
      String name = file.getPath().getName();
      boolean old = Instant.ofEpochMilli(file.getModificationTime()).isBefore(latest);
      if (old && name.matches("[0-9a-f]{64}") && !needed.contains(name)) {
        removals.add(new Removal(below(store, file), "no release that is kept was made from it", file.getLen()));
      }
    }
  }

  private static List<LocatedFileStatus> files(Store store, String folder) throws IOException {
    FileSystem fs = store.fs();
    Path path = store.path(folder);
    List<LocatedFileStatus> files = new ArrayList<>();
    if (fs.exists(path)) {
      RemoteIterator<LocatedFileStatus> all = fs.listFiles(path, true);
      while (all.hasNext()) {
        files.add(all.next());
      }
    }
    return files;
  }

  private static String below(Store store, FileStatus file) throws IOException {
    String root = store.fs().makeQualified(store.path("")).toUri().getPath();
    String path = file.getPath().toUri().getPath();
    return path.substring(root.endsWith("/") ? root.length() : root.length() + 1);
  }

  private static long bytes(Store store, String folder) throws IOException {
    return files(store, folder).stream().mapToLong(FileStatus::getLen).sum();
  }
}
