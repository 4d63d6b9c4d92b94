package uk.footprints.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who holds a lock.
 *
 * @param run the run's id
 * @param mark a random id, so that no two owners are equal
 * @param user the account it runs under
 * @param host the machine's name
 * @param machine identifies machine, boot and container; empty where that is unknown
 * @param pid the process
 * @param started when the process started, as process ids are reused
 */
record LockOwner(String run, String mark, String user, String host, String machine, long pid, String started) {

  private static final Set<String> HERE = ConcurrentHashMap.newKeySet();
  private static final String MACHINE = machineHere();

  /** Returns this process as the owner for a run. */
  static LockOwner here(String run) {
    return new LockOwner(
        run, UUID.randomUUID().toString(), System.getProperty("user.name", ""), hostHere(), MACHINE,
        ProcessHandle.current().pid(),
        started(ProcessHandle.current()));
  }

  /** Records that the run begins or ends in this process. */
  void live(boolean on) {
    if (on) {
      HERE.add(mark);
    } else {
      HERE.remove(mark);
    }
  }

  /** Returns whether the owner still runs; empty when this machine cannot find out. */
  Optional<Boolean> runs() {
    if (MACHINE.isEmpty() || !MACHINE.equals(machine)) {
      return Optional.empty();
    }
    if (pid == ProcessHandle.current().pid()) {
      return Optional.of(HERE.contains(mark));
    }
    return Optional.of(
        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(p -> started(p).equals(started)).orElse(false));
  }

  /** Describes the owner: {@code run R of user on host (process 12)}. */
  String words() {
    return "run %s of %s on %s (process %d)".formatted(run, user, host, pid);
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  private static String hostHere() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "a host without a name";
    }
  }

  /** Returns boot id and process namespace: containers share a machine's name and boot, but not its processes. */
  private static String machineHere() {
    try {
      Path processes = Path.of("/proc/self/ns/pid");
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + " "
          + Files.readSymbolicLink(processes);
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }
}
