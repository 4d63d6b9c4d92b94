package uk.footprints.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import uk.footprints.runtime.ReleaseRejectedException;
import uk.footprints.runtime.UserException;

/** Translates failures of a store into errors that the user can correct. */
public final class StorageErrorTranslator {

  private static final String KEPT = "what was published before has not changed";

  private StorageErrorTranslator() {}

  /** Returns the error for a failure that came from a store; empty when the cause is another. */
  public static Optional<UserException> of(Store store, Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable t = failure; t != null && causes.size() < 30; t = t.getCause()) {
      if (t instanceof UserException || t instanceof ReleaseRejectedException) {
        return Optional.empty();
      }
      causes.add(t);
    }
    Optional<Throwable> first = causes.stream().filter(IOException.class::isInstance).reduce((a, b) -> b);
    // A fault in a file that we produce is our fault.
    if (first.isEmpty() || first.get() instanceof ZipException || first.get() instanceof JsonProcessingException) {
      return Optional.empty();
    }
    String said = first.get().getMessage() == null ? first.get().getClass().getSimpleName() : first.get().getMessage();
    String line = said.lines().findFirst().orElse("").strip();
    String all = (first.get().getClass().getName() + " " + said).toLowerCase(Locale.ROOT);
    if (all.matches("(?s).*(no space left|quota|could only be written to|not enough space|disk full).*")) {
      return Optional.of(
          UserException.data(
              "There is no space left in %s (%s).".formatted(store.root(), line),
              "free space, for example with footprints prune, and run again; " + KEPT, failure));
    }
    if (all.matches("(?s).*(permission denied|access ?denied|accesscontrol|read-only|readonly|forbidden).*")) {
      return Optional.of(
          UserException.data(
              "%s cannot be written (%s).".formatted(store.root(), line),
              "choose a folder in which this account can create files; " + KEPT, failure));
    }
    return Optional.of(
        UserException.data(
            "%s could not be read or written (%s).".formatted(store.root(), line),
            "check that the location exists and is reachable, and run again; " + KEPT, failure));
  }
}
