function ConvertTo-InnkeeperJson {
    <#
    .SYNOPSIS
        Writes dictionaries, lists, text, numbers and flags as JSON. A key whose value is null is left out.
    .DESCRIPTION
        Not ConvertTo-Json, which in Windows PowerShell 5.1 cuts what lies deeper than it was told without a word, writes enums
        as numbers and dates as /Date(ms)/, and turns wrapped lists into objects. This writer throws on anything else than it
        knows, so that no object of Windows can slip onto the wire.
    .EXAMPLE
        ConvertTo-InnkeeperJson ([ordered]@{ name = 'HV-01'; vms = @() })
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ([Parameter(Mandatory)] [AllowNull()] [object] $Value)
    $text = [System.Text.StringBuilder]::new(4096)
    Add-InnkeeperJson $text $Value
    $text.ToString()
}
