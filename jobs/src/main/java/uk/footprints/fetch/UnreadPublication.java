package uk.footprints.fetch;

/**
 * A publication whose pages and file names are known, and whose files no dataset reads yet.
 *
 * @param id the id that its dataset will have
 * @param title as its publisher calls it
 * @param live where its files are linked, or one sentence that says where to look
 */
public record UnreadPublication(String id, String title, DownloadSource live) {}
