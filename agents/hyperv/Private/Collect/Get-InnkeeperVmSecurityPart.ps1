function Get-InnkeeperVmSecurityPart {
    <#
    .SYNOPSIS
        Reads the security settings by VM id. This cmdlet is called once per VM, because its result does not identify the VM.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param (
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Vm,

        # Seconds after which no further VM is read. What was read until then is returned.
        [Parameter(Mandatory)] [int] $BudgetSeconds,

        # Filled while reading, so that a call that hangs does not lose what was read before it.
        [Parameter(Mandatory)] [hashtable] $Progress
    )
    $problems = [System.Collections.Generic.List[string]]::new()
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $unread = 0
    foreach ($one in $Vm) {
        if ($watch.Elapsed.TotalSeconds -ge $BudgetSeconds) { $unread++; continue }
        $Progress[$one.Id.ToString()] = $null
        $read = Read-InnkeeperRow 'Get-VMSecurity' { Hyper-V\Get-VMSecurity -VM $one } $problems
        # Not available on Windows Server 2012 R2.
        if ($read.isMissing) { return New-InnkeeperReading $Progress $problems 'Get-VMSecurity is not available on this host.' }
        foreach ($row in $read.rows) {
            $Progress[$one.Id.ToString()] = ConvertTo-InnkeeperRecord $row ([ordered]@{
                    tpmEnabled                        = 'flag', 'TpmEnabled'
                    ksdEnabled                        = 'flag', 'KsdEnabled'
                    shielded                          = 'flag', 'Shielded'
                    encryptStateAndVmMigrationTraffic = 'flag', 'EncryptStateAndVmMigrationTraffic'
                    virtualizationBasedSecurityOptOut = 'flag', 'VirtualizationBasedSecurityOptOut'
                }) $problems
        }
    }
    if ($unread -gt 0) { $problems.Add("Get-VMSecurity: $unread of $($Vm.Count) VMs were not read within $BudgetSeconds s; a later run reads them.") }
    New-InnkeeperReading $Progress $problems
}
