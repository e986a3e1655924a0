function Expand-InnkeeperBytes {
    <#
    .SYNOPSIS
        Bytes out of gzip. Only the agent's own files are ever given to it.
    #>
    [CmdletBinding()]
    [OutputType([byte[]])]
    param ([Parameter(Mandatory)] [AllowEmptyCollection()] [byte[]] $Bytes)
    $plain = [System.IO.MemoryStream]::new()
    $gzip = [System.IO.Compression.GZipStream]::new([System.IO.MemoryStream]::new($Bytes), [System.IO.Compression.CompressionMode]::Decompress)
    try { $gzip.CopyTo($plain) }
    finally { $gzip.Dispose() }
    # The comma keeps the array from being walked byte by byte.
    , $plain.ToArray()
}
