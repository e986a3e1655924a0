function ConvertFrom-InnkeeperJson {
    <#
    .SYNOPSIS
        Reads JSON, of the server or of the agent's own files, into ordered dictionaries and arrays. Throws on what is not JSON.
    .DESCRIPTION
        The parser is the one of .NET, which knows limits. ConvertFrom-Json of Windows PowerShell 5.1 turns dates into
        objects, unwraps lists and fails on keys that differ only in case.
    #>
    [CmdletBinding()]
    param ([Parameter(Mandatory)] [AllowEmptyCollection()] [byte[]] $Bytes)
    # Notepad puts a byte order mark before what an administrator has edited.
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
