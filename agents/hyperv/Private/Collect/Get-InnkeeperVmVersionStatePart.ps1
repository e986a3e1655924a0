function Get-InnkeeperVmVersionStatePart {
    <#
    .SYNOPSIS
        Reads whether a guest's integration services are current, by VM id: a number that Windows Server 2012 R2 reports and later hosts do not.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ()
    $problems = [System.Collections.Generic.List[string]]::new()
    $rows = (Read-InnkeeperRow 'Msvm_SummaryInformation' { CimCmdlets\Get-CimInstance -Namespace root/virtualization/v2 -ClassName Msvm_SummaryInformation } $problems).rows
    if ($null -eq $rows) { return New-InnkeeperReading $null $problems }
    $part = @{}
    foreach ($row in $rows) {
        $id = Get-InnkeeperVmIdOf (Get-InnkeeperProperty $row 'Name')
        if ($null -ne $id) { $part[$id] = [ordered]@{ integrationServicesVersionState = ConvertTo-InnkeeperInteger (Get-InnkeeperProperty $row 'IntegrationServicesVersionState') } }
    }
    New-InnkeeperReading $part $problems
}
