package uk.footprints.records.episode;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a file that one task reads.
 *
 * @param number in the order of files and positions, from 0
 * @param extract the index of the file
 * @param from the first byte
 * @param to the byte after the last
 */
record FilePiece(int number, int extract, long from, long to) implements Serializable {

  /** Cuts files into pieces of at most the given size; a compressed file is one piece. */
  static List<FilePiece> of(List<ExtractFile> extracts, long size) {
    List<FilePiece> pieces = new ArrayList<>();
    for (int i = 0; i < extracts.size(); i++) {
      ExtractFile extract = extracts.get(i);
      long step = extract.splits() ? size : Long.MAX_VALUE / 4;
      long from = 0;
      do {
        pieces.add(new FilePiece(pieces.size(), i, from, Math.min(from + step, extract.length())));
        from += step;
      } while (from < extract.length());
    }
    return pieces;
  }
}
