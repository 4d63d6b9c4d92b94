let
    Store = "C:\data\published\",
    Release = Text.Trim(Text.FromBinary(File.Contents(Store & "CURRENT"))),
    Files = Folder.Files(Store & "releases\" & Release & "\indicators"),
    Parts = Table.SelectRows(Files, each [Extension] = ".parquet"),
    Rows = Table.Combine(List.Transform(Parts[Content], Parquet.Document))
in
    Rows
