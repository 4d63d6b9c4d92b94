package uk.footprints.area;

/**
 * An area of a geography.
 *
 * @param geography the geography's id
 * @param code its code there, usually from the Office for National Statistics: {@code E54000027}
 * @param odsCode its code in the NHS register, {@code QRV}; empty when it had none
 * @param name as published
 * @param dates the days on which it existed with this code
 * @param parentCode the area of a wider geography that holds it whole; empty when there is none
 * @param source where we have it from
 */
public record Area(
    String geography, String code, String odsCode, String name, DateRange dates, String parentCode, String source) {}
