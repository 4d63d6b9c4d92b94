package uk.footprints.job.refresh;

import java.io.Serializable;

/**
 * A file of the folder that is read.
 *
 * @param path below the folder, with slashes
 * @param uri where it is
 * @param bytes its size
 * @param sha256 of its bytes when it was listed
 */
record Listed(String path, String uri, long bytes, String sha256) implements Serializable {}
