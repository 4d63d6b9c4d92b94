package uk.footprints.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who may read a store on a local disk: those whom the umask lets, and nobody else writes. */
@EnabledOnOs(OS.LINUX)
class PermissionsTest {

  @TempDir Path folder;

  private static Set<PosixFilePermission> allowed(boolean isFolder) {
    int mask = Integer.parseInt(Umask.find().orElse("0022"), 8);
    Set<PosixFilePermission> allowed = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] nine = PosixFilePermission.values();
    for (int i = 0; i < nine.length; i++) {
      boolean execute = nine[i].name().endsWith("EXECUTE");
      if ((mask >> (nine.length - 1 - i) & 1) == 0 && (isFolder || !execute)) {
        allowed.add(nine[i]);
      }
    }
    return allowed;
  }

  @Test
  void filesAndFoldersFollowTheUmask() throws IOException {
    Store store = new Store(folder.resolve("store").toString());
    store.writeText("releases/a/b.txt", "text");
    assertThat(Files.getPosixFilePermissions(folder.resolve("store/releases/a/b.txt"))).isEqualTo(allowed(false));
    assertThat(Files.getPosixFilePermissions(folder.resolve("store/releases/a"))).isEqualTo(allowed(true));
  }
}
