function ConvertFrom-InnkeeperJson {
    <#
    .SYNOPSIS
        Parses JSON from the server or from the agent's own files into ordered dictionaries and arrays. Throws if it is not JSON.
    .DESCRIPTION
        Uses the .NET parser, which supports limits. ConvertFrom-Json in Windows PowerShell 5.1 converts dates to
        objects, unrolls lists and fails on keys that differ only in case.
    #>
    [CmdletBinding()]
    param ([Parameter(Mandatory)] [AllowEmptyCollection()] [byte[]] $Bytes)
    # Notepad adds a byte order mark to a file that an administrator has edited.
    $start = 0
    if ($Bytes.Length -ge 3 -and $Bytes[0] -eq 0xEF -and $Bytes[1] -eq 0xBB -and $Bytes[2] -eq 0xBF) { $start = 3 }
    $quotas = [System.Xml.XmlDictionaryReaderQuotas]::new()
    $quotas.MaxDepth = 32
    $quotas.MaxStringContentLength = 16MB
    $quotas.MaxArrayLength = 16MB
    $quotas.MaxBytesPerRead = 16MB
    $quotas.MaxNameTableCharCount = 16MB
    $reader = [System.Runtime.Serialization.Json.JsonReaderWriterFactory]::CreateJsonReader($Bytes, $start, $Bytes.Length - $start, $quotas)
    try {
        $document = [System.Xml.XmlDocument]::new()
        $document.XmlResolver = $null
        $document.Load($reader)
    }
    finally { $reader.Close() }
    ConvertFrom-InnkeeperJsonNode $document.DocumentElement
}
