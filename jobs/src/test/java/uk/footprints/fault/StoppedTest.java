package uk.footprints.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.run.FaultyFiles;

class StoppedTest {
  @TempDir Path folder;

  @Test
  void trial() throws Exception {
    Disturbed d = Disturbed.prepare(folder);
    for (int i = 0; i < 5; i++) {
      FaultyFiles.heal();
      long t = System.nanoTime();
      Path store = d.store(folder.resolve("s" + i));
      Disturbed.Ran ran = d.run(store, Disturbed.FIRST);
      System.out.println(ran.exit() + " " + (System.nanoTime() - t) / 1e6 + " ms, ops " + FaultyFiles.heal());
      if (ran.exit() != 0) System.out.println(ran.said());
      assertThat(Disturbed.hashes(store)).isEqualTo(d.quiet());
    }
  }
}
