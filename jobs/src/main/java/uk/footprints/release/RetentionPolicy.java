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
 * Which releases stay: the current one; those that wait for a person; the latest that were current, as many as asked
 * for; and every one that ceased to be current within the grace, as somebody may be reading it. Of the archive, only
 * objects that no release that stays was made of can go.
 *
 * @param keep how many that were current stay, the current one among them
 * @param grace how long after it ceased to be current a release stays in any case
 * @param archive whether objects of the archive go too
 */
public record RetentionPolicy(int keep, Duration grace, boolean archive) {

  /** Something that goes: its path below the store, why, and its size in bytes. */
  public record Going(String path, String why, long bytes) {}

  /** What would go. A release whose times are not known stays. */
  public List<Going> plan(Store store, Instant now) throws IOException {
    List<Going> going = new ArrayList<>();
    Set<String> needed = new HashSet<>();
    Instant latest = now.minus(grace);
    int line = 0;
    Instant ceased = null;
    for (ReleaseInfo kept : new ReleaseStore(store).list()) {
      String why = "";
      switch (kept.state()) {
        case CURRENT, EARLIER -> {
          line++;
          boolean read = ceased == null || ceased.isAfter(latest);
          why = line > Math.max(1, keep) && !read ? "not among the latest " + keep : "";
          ceased = kept.publishedAt();
        }
        case REJECTED -> why = before(kept.madeAt(), latest) ? "rejected" : "";
        case UNFINISHED -> why = "left by a run that was cut off";
        case HELD -> why = "";
      }
      if (why.isEmpty()) {
        needed.addAll(kept.inputs());
      } else {
        String folder = "releases/" + kept.id();
        going.add(new Going(folder, why, bytes(store, folder)));
      }
    }
    leftovers(store, latest, going);
    if (archive) {
      unreferenced(store, needed, latest, going);
    }
    return going;
  }

  /** Takes them away; {@code plan} has said what. */
  public static void remove(Store store, List<Going> going) throws IOException {
    for (Going each : going) {
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

  /** Files that a run wrote beside their places and never moved there. */
  private void leftovers(Store store, Instant latest, List<Going> going) throws IOException {
    for (String folder : List.of("archive", "parsed", "held", "lock")) {
      for (LocatedFileStatus file : files(store, folder)) {
        boolean old = Instant.ofEpochMilli(file.getModificationTime()).isBefore(latest);
        if (old && file.getPath().getName().startsWith(".")) {
          going.add(new Going(below(store, file), "half written", file.getLen()));
        }
      }
    }
  }

  private void unreferenced(Store store, Set<String> needed, Instant latest, List<Going> going) throws IOException {
    for (LocatedFileStatus file : files(store, "archive")) {
      String name = file.getPath().getName();
      boolean old = Instant.ofEpochMilli(file.getModificationTime()).isBefore(latest);
      if (old && name.matches("[0-9a-f]{64}") && !needed.contains(name)) {
        going.add(new Going(below(store, file), "no release that stays was made of it", file.getLen()));
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
