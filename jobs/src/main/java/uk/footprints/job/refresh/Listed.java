package uk.footprints.job.refresh;

import java.io.Serializable;

/**
 * A file of the folder that is read.
 *
 * @param path below the folder, with slashes
 * @param uri where it is
 * @param bytes its size
 */
record Listed(String path, String uri, long bytes) implements Serializable {}
