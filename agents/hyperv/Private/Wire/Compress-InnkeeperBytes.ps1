function Compress-InnkeeperBytes {
    <#
    .SYNOPSIS
        Compresses bytes with gzip.
    #>
    [CmdletBinding()]
    [OutputType([byte[]])]
    param ([Parameter(Mandatory)] [AllowEmptyCollection()] [byte[]] $Bytes)
    $packed = [System.IO.MemoryStream]::new()
    $gzip = [System.IO.Compression.GZipStream]::new($packed, [System.IO.Compression.CompressionMode]::Compress)
    try { $gzip.Write($Bytes, 0, $Bytes.Length) }
    finally { $gzip.Dispose() }
    # The comma keeps the array from being unrolled byte by byte.
    , $packed.ToArray()
}
