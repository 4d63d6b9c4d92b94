package uk.footprints.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.footprints.fetch.AddressList.Entry;

/** Lists of addresses as people write and programs save them. */
class AddressListTest {

  private static final String ONE = "https://www.example.org/a,b.csv";
  private static final String TWO = "https://www.example.org/c.csv";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "url\n\"%s\"\n%s\n",
        "page,url\np,\"%s\"\np,%s\n",
        "\"name\",\"URL\",\"note\"\n\"x, y\",\"%s\",\"say \"\"hi\"\"\"\nz,%s,\n",
        "a;url;page\r\n1;%s;p\r\n2;%s;p\r\n",
        "a\tUrl\n1\t%s\n2\t%s\n",
        "sep=,\nurl,page\n\"%s\",p\n%s,p\n",
        "# saved\n\nnote,url\n\"two\nlines\",\"%s\"\n,%s\n\n,,\n",
        "%s\n  \"%s\"  \n",
      })
  void addressesAreFoundWhereverTheyStand(String list) {
    for (String mark : List.of("", "\uFEFF")) {
      assertThat(AddressList.parse(mark + list.formatted(ONE, TWO))).extracting(Entry::url).containsExactly(ONE, TWO);
    }
  }

  @Test
  void linesAreCountedFromOneWithTheHeading() {
    assertThat(AddressList.parse("page,url\n,x\n\n\"a\nb\",y\nc,z\n"))
        .extracting(Entry::line).containsExactly(2, 4, 6);
  }

  @Test
  void aRowWithoutItsAddressIsAnEntryWithoutOne() {
    assertThat(AddressList.parse("page,url\nhttps://www.example.org/\n"))
        .containsExactly(new Entry(2, "", "https://www.example.org/"));
  }

  @Test
  void aPageOrAWorkbookIsNoList() {
    assertThat(AddressList.fault("\n<!DOCTYPE html><html>")).contains("a web page");
    assertThat(AddressList.fault("PK\003\004\0")).isPresent();
    assertThat(AddressList.fault("<https://www.example.org/>\nurl\n")).isEmpty();
    assertThat(AddressList.fault("")).isEmpty();
  }

  @Test
  void spreadsheetsSaveUtf16() throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write(("\uFEFFurl\tpage\n" + TWO + "\tp\n").getBytes(charset));
      assertThat(AddressList.parse(AddressList.decode(bytes.toByteArray())))
          .as(charset.name()).containsExactly(new Entry(2, TWO, "p"));
    }
  }
}
